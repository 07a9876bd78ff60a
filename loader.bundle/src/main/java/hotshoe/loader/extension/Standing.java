package hotshoe.loader.extension;

import hotshoe.problem.Problem;
import java.util.List;

/** Where the loader stands with an extension. How its slices are is asked elsewhere. */
sealed interface Standing {

  /** It is not to run. */
  record Disabled(String cause) implements Standing {}

  /** It is to run, and has not been tried yet. */
  record Untried() implements Standing {}

  /** It is to run, and something it needs is not there. */
  record Waiting(List<Problem> needs) implements Standing {
    public Waiting {
      needs = List.copyOf(needs);
    }
  }

  /** Its bundle is being started. */
  record Starting() implements Standing {}

  /** Its bundle is started, or attached if it is a fragment. */
  record Running() implements Standing {}

  /** Its slices and then its bundle are being stopped. */
  record Stopping() implements Standing {}

  /** It cannot run as it is. */
  record Broken(List<Problem> problems) implements Standing {
    public Broken {
      problems = List.copyOf(problems);
    }
  }

  /** Whether it is to run and has to be wired first. */
  default boolean wantsWires() {
    return this instanceof Untried || this instanceof Waiting;
  }
}
