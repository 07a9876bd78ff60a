package hotshoe.loader.content;

import hotshoe.problem.Problem;
import java.io.IOException;

/**
 * The end of reading an archive: it is not whole, or not to be taken. An {@link IOException}, so
 * that it passes through the streams that were put around the one who found out.
 */
final class NotTaken extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Opening opening;

  private NotTaken(Problem problem, Opening opening) {
    super(problem.sentence());
    this.opening = opening;
  }

  /** It is whole, and not to be taken. */
  static NotTaken unfit(Problem problem) {
    return new NotTaken(problem, new Opening.Unfit(problem));
  }

  /** It is not whole; somebody may still be copying it. */
  static NotTaken unfinished(Problem problem) {
    return new NotTaken(problem, new Opening.Unfinished(problem));
  }

  Opening opening() {
    return opening;
  }
}
