package hotshoe.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/**
 * A slice as it stands at one moment.
 *
 * @param description what it says of itself
 * @param extension who brought it
 * @param state where it stands
 * @param cause why, in words; empty when it is active
 * @param problems what is wrong with it
 * @param missing those of its dependencies that no slice carries
 * @param prestartTook how long prestart took; zero when it has not run
 * @param startTook how long start took; zero when it has not run
 */
public record SliceReport(
    SliceDescription description,
    ExtensionName extension,
    SliceState state,
    String cause,
    List<Problem> problems,
    SortedSet<SliceName> missing,
    Duration prestartTook,
    Duration startTook) {

  public SliceReport {
    problems = List.copyOf(problems);
    missing = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(missing));
  }

  /** Short for the description's name. */
  public SliceName name() {
    return description.name();
  }
}
