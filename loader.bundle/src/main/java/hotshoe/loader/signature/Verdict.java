package hotshoe.loader.signature;

import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the signatures of an archive are worth.
 *
 * @param signer who signed it, as the trusted keys name them, with the key: {@code acme (key
 *     1A2B3C4D5E6F7081)}; present only when the signature is good and the key is trusted
 * @param problems errors refuse the archive; warnings do not
 */
public record Verdict(Optional<String> signer, List<Problem> problems) {

  /** Nobody asked. */
  public static final Verdict NONE = new Verdict(Optional.empty(), List.of());

  public Verdict {
    Objects.requireNonNull(signer, "signer");
    problems = List.copyOf(problems);
  }

  /** Whether the archive may be taken. */
  public boolean isAccepted() {
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
