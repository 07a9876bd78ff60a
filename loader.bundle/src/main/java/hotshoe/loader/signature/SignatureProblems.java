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

  // Signatures inside.

  Problem entryAltered(String entry, String who) {
    return Problem.error("HS-SIGNATURE-010", "a file in the archive is not what was signed")
        .at(inside(entry))
        .because("it was changed after " + who + " signed it")
        .advising("fetch the archive again; if that does not help, " + NO_TRUST);
  }

  Problem unsignedEntry(String entry, String who) {
    return Problem.error("HS-SIGNATURE-011", "a file in the archive is not signed")
        .at(inside(entry))
        .because("it was added after " + who + " signed the others, or its digest is too weak")
        .advising("fetch the archive again; if that does not help, " + NO_TRUST);
  }

  Problem entryMissing(String entry, String who) {
    return Problem.error("HS-SIGNATURE-012", "a file that was signed is missing in the archive")
        .at(inside(entry))
        .because("it was taken out after " + who + " signed it")
        .advising("fetch the archive again; if that does not help, " + NO_TRUST);
  }

  Problem differentSigners(String who) {
    return Problem.error("HS-SIGNATURE-013", "nobody signed the whole archive")
        .at(origin)
        .because("its files are signed by different people, among them " + who)
        .advising("ask its author to sign the whole of it");
  }

  Problem weak(String who) {
    return Problem.error("HS-SIGNATURE-014", "the signatures in the archive do not count")
        .at(origin)
        .because("what " + who + " used, such as MD5, SHA-1 or a short key, can be forged today")
        .advising("ask its author to sign it with a jarsigner of today");
  }

  Problem expired(String who) {
    return Problem.error("HS-SIGNATURE-015", "the certificate of the signature is out of date")
        .at(origin)
        .because("the certificate of " + who + ", or one that vouches for it, does not hold now")
        .advising("check this machine's clock; then ask its author to sign it with a new one");
  }

  Problem unfitCertificate(String who, String why) {
    return Problem.error("HS-SIGNATURE-016", "the certificate of the signature may not sign this")
        .at(origin)
        .because("it was signed by " + who + ", but " + why)
        .advising("ask its author to sign it with a certificate for signing code");
  }

  Problem unreadableInside(String why) {
    return Problem.error("HS-SIGNATURE-017", "the signature in the archive cannot be read")
        .at(origin)
        .because(why)
        .advising("ask its author to sign it with jarsigner");
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

  private String inside(String entry) {
    return origin + "!" + ContentProblems.shown(entry);
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
