package hotshoe.loader.signature;

import hotshoe.configuration.Configuration;
import hotshoe.loader.signature.Finding.Good;
import hotshoe.loader.signature.Finding.Untrusted;
import hotshoe.loader.signature.Finding.Wrong;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges who signed an archive. A jar, or any other zip archive, may carry the signatures that
 * {@code jarsigner} makes; an archive of every kind may have a signature of minisign beside it.
 * Either will do. One that claims to be of a trusted key and is wrong refuses the archive under
 * every policy but {@code off}. Safe for use by many threads at a time; keeps nothing open.
 */
public final class Signatures {

  private final SignaturePolicy policy;
  private final KeysFolder folder;

  /**
   * A judge.
   *
   * @param keys the folder of trusted keys; it need not be there
   * @param shown the same as the operator wrote it
   */
  public Signatures(SignaturePolicy policy, Path keys, String shown) {
    this.policy = policy;
    this.folder = new KeysFolder(keys, shown);
  }

  /** As the operator wants it: {@code signatures.policy}, {@code signatures.keys}. */
  public static Signatures of(Configuration configuration) {
    return new Signatures(
        SignaturePolicy.of(configuration.text("signatures.policy")),
        configuration.path("signatures.keys"),
        configuration.text("signatures.keys"));
  }

  /** Whether a signature would change anything; if not, none need be fetched. */
  public boolean areAskedFor() {
    return policy == SignaturePolicy.REQUIRE
        || (policy == SignaturePolicy.WARN && !folder.read().isEmpty());
  }

  /**
   * Judges an archive that rests where nobody changes it any more, and that the archive reader has
   * opened before: its limits hold.
   *
   * @param origin where it came from, as the operator knows it
   * @param detached the signature that came with it: what minisign wrote, or anything at all
   */
  public Verdict judge(String origin, Path archive, Optional<byte[]> detached) {
    if (policy == SignaturePolicy.OFF) {
      return new Verdict(Optional.empty(), List.of());
    }
    TrustedKeys trusted = folder.read();
    SignatureProblems problems = new SignatureProblems(origin, folder.shown(), trusted);
    List<Finding> findings = new ArrayList<>();
    try {
      if (detached.isPresent()) {
        findings.add(DetachedCheck.check(problems, archive, detached.get(), trusted));
      }
      findings.add(JarCheck.check(problems, archive, trusted));
    } catch (IOException failure) {
      findings.add(Wrong.of(problems.unreadable(StoreProblems.words(failure))));
    }
    return verdict(findings, trusted, problems);
  }

  private Verdict verdict(List<Finding> findings, TrustedKeys trusted, SignatureProblems problems) {
    List<Problem> told = new ArrayList<>(trusted.problems());
    List<Problem> wrong =
        each(findings, Wrong.class).stream().flatMap(one -> one.problems().stream()).toList();
    Optional<String> signer = each(findings, Good.class).stream().map(Good::signer).findFirst();
    if (!wrong.isEmpty()) {
      told.addAll(wrong);
      return new Verdict(Optional.empty(), told);
    }
    if (signer.isEmpty()) {
      told.addAll(missing(findings, trusted, problems));
    }
    return new Verdict(signer, told);
  }

  /** Where nobody at all is trusted and nothing is required, nobody waits for signatures. */
  private List<Problem> missing(
      List<Finding> findings, TrustedKeys trusted, SignatureProblems problems) {
    if (trusted.isEmpty() && policy == SignaturePolicy.WARN) {
      return List.of();
    }
    List<Problem> untrusted =
        each(findings, Untrusted.class).stream().map(Untrusted::problem).toList();
    return (untrusted.isEmpty() ? List.of(problems.unsigned()) : untrusted)
        .stream().map(policy::weigh).toList();
  }

  private static <T extends Finding> List<T> each(List<Finding> findings, Class<T> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
