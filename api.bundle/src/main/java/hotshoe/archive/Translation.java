package hotshoe.archive;

import hotshoe.problem.Problem;
import java.util.List;
import java.util.Objects;

/** What the framework is to be given for an archive, or why there is nothing to give. */
public sealed interface Translation {

  /** The archive is a bundle already and is taken as it came. */
  record Unchanged() implements Translation {}

  /** A bundle that is to be made of the archive. Same archive, same form, same bytes. */
  record Bundle(BundleForm form) implements Translation {
    public Bundle {
      Objects.requireNonNull(form, "form");
    }
  }

  /** It cannot be made a bundle, for these reasons. */
  record Impossible(List<Problem> problems) implements Translation {
    public Impossible {
      problems = List.copyOf(problems);
    }
  }
}
