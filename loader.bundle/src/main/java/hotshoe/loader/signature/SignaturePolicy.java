package hotshoe.loader.signature;

import hotshoe.problem.Problem;
import java.util.Locale;

/** What becomes of an archive that nobody trusted has signed. */
public enum SignaturePolicy {
  /** It is taken; nobody looks for signatures at all. */
  OFF,
  /** It is taken with a warning. A wrong signature by a trusted key is refused all the same. */
  WARN,
  /** It is refused. */
  REQUIRE;

  /** The one that an operator wrote in the option {@code signatures.policy}. */
  public static SignaturePolicy of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** What a missing trust weighs. */
  Problem weigh(Problem error) {
    return this == REQUIRE
        ? error
        : Problem.warning(error.code(), error.what())
            .at(error.where())
            .because(error.why())
            .advising(error.advice());
  }
}
