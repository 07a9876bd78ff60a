package hotshoe.loader.source;

import hotshoe.problem.Problem;
import java.util.List;

/** How fetching can end. */
public sealed interface Fetching {

  /** It is here; close it after use. */
  record Here(Fetched fetched) implements Fetching {}

  /** It is not, for these reasons, and nothing of it is left. */
  record NotFetched(List<Problem> problems) implements Fetching {
    public NotFetched {
      problems = List.copyOf(problems);
    }
  }
}
