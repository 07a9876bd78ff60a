package hotshoe.archive;

import hotshoe.problem.Problem;
import java.util.List;
import java.util.Objects;

/** How describing an archive can end. */
public sealed interface Description {

  /**
   * It is understood.
   *
   * @param descriptor what it is
   * @param warnings what its author may want to know
   */
  record Understood(Descriptor descriptor, List<Problem> warnings) implements Description {
    public Understood {
      Objects.requireNonNull(descriptor, "descriptor");
      warnings = List.copyOf(warnings);
    }

    /** It is understood, and there is nothing to say about it. */
    public Understood(Descriptor descriptor) {
      this(descriptor, List.of());
    }
  }

  /** It is not, for these reasons. */
  record NotUnderstood(List<Problem> problems) implements Description {
    public NotUnderstood {
      problems = List.copyOf(problems);
    }
  }
}
