package hotshoe.inventory.model;

import hotshoe.inventory.ReadSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finished inventory has beside its groups and hosts.
 *
 * @param book where variables come from
 * @param ranks in which order groups count
 * @param folders files of variables
 * @param extraVariables what wins over everything
 * @param sources what was read
 */
record Surroundings(
    Book book,
    Ranks ranks,
    VariableFolders folders,
    Map<Object, Object> extraVariables,
    List<ReadSource> sources) {
  Surroundings {
    extraVariables = Collections.unmodifiableMap(new LinkedHashMap<>(extraVariables));
    sources = List.copyOf(sources);
  }
}
