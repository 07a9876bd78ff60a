package hotshoe.loader.signature;

import hotshoe.loader.signature.Finding.Good;
import hotshoe.loader.signature.Finding.Untrusted;
import hotshoe.loader.signature.Finding.Wrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the signature beside an archive of any kind. */
final class DetachedCheck {

  /** The platform's Ed25519 keeps all it is to verify in memory, so no larger archive is read. */
  static final int LEGACY_BYTES = 32 << 20;

  private DetachedCheck() {}

  /** What this signature shows. */
  static Finding check(SignatureProblems problems, Path archive, byte[] file, TrustedKeys trusted)
      throws IOException {
    DetachedSignature signature;
    try {
      signature = DetachedSignature.parse(file);
    } catch (Malformed malformed) {
      return new Untrusted(problems.malformed(malformed.getMessage()));
    }
    List<MinisignKey> keys = trusted.withId(signature.key());
    if (keys.isEmpty()) {
      return new Untrusted(problems.untrusted("the key " + signature.key()));
    }
    if (!signature.isHashed() && Files.size(archive) > LEGACY_BYTES) {
      return Wrong.of(problems.largeForLegacy(keys.get(0).shown(), LEGACY_BYTES));
    }
    return compare(problems, signature, signed(signature, archive), keys);
  }

  private static byte[] signed(DetachedSignature signature, Path archive) throws IOException {
    return signature.isHashed() ? Blake2b.of(archive) : Files.readAllBytes(archive);
  }

  private static Finding compare(
      SignatureProblems problems,
      DetachedSignature signature,
      byte[] signed,
      List<MinisignKey> keys) {
    for (MinisignKey key : keys) {
      if (key.verifies(signed, signature.signature())) {
        return key.verifies(signature.commented(), signature.commentSignature())
            ? new Good(key.shown())
            : Wrong.of(problems.commentAltered(key.shown()));
      }
    }
    return Wrong.of(problems.archiveAltered(keys.get(0).shown()));
  }
}
