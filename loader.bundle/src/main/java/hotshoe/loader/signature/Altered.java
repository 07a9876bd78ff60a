package hotshoe.loader.signature;

import hotshoe.problem.Problem;
import java.util.Optional;
import java.util.function.Function;

/** The contents of an archive are not what its signatures say. */
final class Altered extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Function<String, Problem> words;

  /**
   * Something is wrong.
   *
   * @param words what is wrong, for the one whose signature it is
   */
  Altered(Function<String, Problem> words) {
    this.words = words;
  }

  /** In words; whoever signed may be unknown. */
  Problem problem(Optional<String> signer) {
    return words.apply(signer.orElse("somebody who is not trusted"));
  }
}
