package hotshoe.loader.signature;

import hotshoe.problem.Problem;
import java.util.List;

/** What one way of signing shows. */
sealed interface Finding {

  /** The archive is not signed in this way. */
  record Unsigned() implements Finding {}

  /** It is, by this trusted signer, and every byte is as it was signed. */
  record Good(String signer) implements Finding {}

  /** Something is there, but of nobody who is trusted; what that means is a matter of policy. */
  record Untrusted(Problem problem) implements Finding {}

  /** It names somebody who is trusted, and is wrong: no policy takes that. */
  record Wrong(List<Problem> problems) implements Finding {
    public Wrong {
      problems = List.copyOf(problems);
    }

    static Wrong of(Problem problem) {
      return new Wrong(List.of(problem));
    }
  }
}
