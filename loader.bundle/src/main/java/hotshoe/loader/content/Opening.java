package hotshoe.loader.content;

import hotshoe.problem.Problem;

/** How opening an archive can end. */
public sealed interface Opening {

  /** It is whole; close it after use. */
  record Opened(Contents contents) implements Opening {}

  /** It is not whole. Somebody may still be copying it, so ask again before complaining. */
  record Unfinished(Problem problem) implements Opening {}

  /** It is whole, and not to be taken. */
  record Unfit(Problem problem) implements Opening {}
}
