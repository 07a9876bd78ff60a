package hotshoe.loader.store;

import hotshoe.problem.Problem;
import java.util.List;

/**
 * What was found in the store.
 *
 * @param extensions the records, by name
 * @param problems what could not be used
 */
public record Recovery(List<ExtensionRecord> extensions, List<Problem> problems) {
  public Recovery {
    extensions = List.copyOf(extensions);
    problems = List.copyOf(problems);
  }
}
