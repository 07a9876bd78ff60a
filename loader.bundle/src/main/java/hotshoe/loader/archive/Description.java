package hotshoe.loader.archive;

import hotshoe.problem.Problem;
import java.util.List;

/** How describing an archive can end. */
public sealed interface Description {

  /** It is understood. */
  record Understood(Descriptor descriptor) implements Description {}

  /** It is not, for these reasons. */
  record NotUnderstood(List<Problem> problems) implements Description {
    public NotUnderstood {
      problems = List.copyOf(problems);
    }
  }
}
