package hotshoe.loader.signature;

import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.source.Signature;
import hotshoe.problem.Problem;
import java.util.List;

/** Everything that can be wrong with the signatures of an archive, in words. */
final class SignatureProblems {

  private static final String NO_TRUST = "do not trust this archive; ask where it comes from";
  private static final int SHOWN = 10;

  private final String origin;
  private final String folder;
  private final TrustedKeys trusted;

  /** Problems of this archive, where these are trusted. */
  SignatureProblems(String origin, String folder, TrustedKeys trusted) {
    this.origin = origin;
    this.folder = folder;
    this.trusted = trusted;
  }

  // Nobody who is trusted.

  Problem unsigned() {
    return Problem.error("HS-SIGNATURE-001", "the archive is not signed")
        .at(origin)
        .because(
            "it holds no signature as jars have, and no signature of minisign came with it; "
                + whoIsTrusted())
        .advising(
            "ask its author for a signed archive, or for the file "
                + Signature.ENDING
                + " beside it; signatures.policy says whether it is taken without");
  }

  Problem untrusted(String who) {
    return Problem.error("HS-SIGNATURE-002", "the archive is signed by somebody who is not trusted")
        .at(origin)
        .because("it was signed by " + who + "; " + whoIsTrusted())
        .advising("if you trust them, put their public key or certificate into " + folder);
  }

  // A signature that is wrong.

  Problem archiveAltered(String who) {
    return Problem.error("HS-SIGNATURE-003", "the archive is not what was signed")
        .at(origin)
        .because("the signature names " + who + ", and is of other bytes or by somebody else")
        .advising("fetch archive and signature again; if that does not help, " + NO_TRUST);
  }

  Problem malformed(String why) {
    return Problem.error("HS-SIGNATURE-004", "the signature cannot be read")
        .at(origin + Signature.ENDING)
        .because(why)
        .advising("fetch it again; it must be the file that minisign wrote");
  }

  Problem commentAltered(String who) {
    return Problem.error("HS-SIGNATURE-005", "the signature's trusted comment was changed")
        .at(origin + Signature.ENDING)
        .because("it is not what " + who + " signed, though the archive is")
        .advising("fetch the signature again; if that does not help, " + NO_TRUST);
  }

  Problem largeForLegacy(String who, int limit) {
    return Problem.error(
            "HS-SIGNATURE-006", "the archive is too large for a signature of the old kind")
        .at(origin)
        .because("more than " + (limit >> 20) + " MB were signed by " + who + " without a hash")
        .advising("ask its author to sign it with minisign 0.10 or later, or with minisign -H");
  }

  // What the operator's own side lacks.

  /** The archive or its signature could not be read to the end. */
  Problem unreadable(String why) {
    return Problem.error("HS-SIGNATURE-007", "the signature cannot be checked")
        .at(origin)
        .because(ContentProblems.shown(why))
        .advising("check that the archive is there, and that the host may read it");
  }

  static Problem keysFolder(String folder, String why) {
    return Problem.warning("HS-SIGNATURE-008", "the folder of trusted keys cannot be read")
        .at(folder)
        .because(why)
        .advising("let the host's user read it, or set the option signatures.keys");
  }

  static Problem keyFile(String file, String why) {
    return Problem.warning("HS-SIGNATURE-009", "a trusted key cannot be read and does not count")
        .at(file)
        .because(why)
        .advising(
            "put a public key of minisign (.pub) or an X.509 certificate (.pem, .crt, .cer) there");
  }

  private String whoIsTrusted() {
    List<String> all = trusted.shown();
    if (all.isEmpty()) {
      return "no key is trusted";
    }
    String names = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
    return (all.size() == 1 ? "the only key that is trusted is " : "trusted are ") + names + more;
  }
}
