package hotshoe.loader.archive;

import hotshoe.problem.Problem;
import java.util.List;

/** Third stage: what the framework is given, or why there is nothing to give. */
public sealed interface Translation {

  /** The archive is a bundle already and is taken as it came. */
  record Unchanged() implements Translation {}

  /** A bundle that was made from the archive. Same archive, same bytes. */
  record Bundle(byte[] bytes) implements Translation {}

  /** It cannot be made a bundle, for these reasons. */
  record Impossible(List<Problem> problems) implements Translation {
    public Impossible {
      problems = List.copyOf(problems);
    }
  }
}
