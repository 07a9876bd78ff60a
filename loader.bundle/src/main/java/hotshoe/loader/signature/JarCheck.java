package hotshoe.loader.signature;

import hotshoe.loader.content.ArchiveKind;
import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.signature.Finding.Unsigned;
import hotshoe.loader.signature.Finding.Untrusted;
import hotshoe.loader.signature.Finding.Wrong;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

/** Looks at the signatures inside a zip archive, as {@code jarsigner} makes them. */
final class JarCheck {

  private static final int HEAD = 2;

  private JarCheck() {}

  /** What the signatures inside this archive show. */
  static Finding check(SignatureProblems problems, Path archive, TrustedKeys trusted)
      throws IOException {
    if (!isZip(archive)) {
      return new Unsigned();
    }
    try {
      JarSignatures signatures = JarSignatures.read(archive);
      if (!signatures.areThere()) {
        return new Unsigned();
      }
      return signatures.certificates().isEmpty()
          ? new Untrusted(problems.unreadableInside("no certificate can be found in it"))
          : judged(problems, archive, signatures, trusted);
    } catch (Malformed malformed) {
      return new Untrusted(problems.unreadableInside(malformed.getMessage()));
    } catch (ZipException notForThePlatform) {
      return new Unsigned(); // jarsigner could not open it either
    }
  }

  private static boolean isZip(Path archive) throws IOException {
    try (InputStream bytes = Files.newInputStream(archive)) {
      return ArchiveKind.of(bytes.readNBytes(HEAD)).equals(Optional.of(ArchiveKind.ZIP));
    }
  }

  private static Finding judged(
      SignatureProblems problems, Path archive, JarSignatures signatures, TrustedKeys trusted)
      throws IOException {
    Optional<String> claimed = CertificateTrust.claimed(signatures.certificates(), trusted);
    try (JarFile jar = new JarFile(archive.toFile(), true)) {
      Set<CodeSigner> all = JarEntries.signersOfAll(jar, problems);
      return CertificateTrust.judge(all, trusted, problems);
    } catch (Altered altered) {
      return faulty(altered.problem(claimed), claimed);
    } catch (RuntimeException unexpected) {
      String why = ContentProblems.shown(unexpected.toString());
      return faulty(problems.unreadableInside(why), claimed);
    }
  }

  /** A fault under a name that is trusted is no matter of policy. */
  private static Finding faulty(Problem problem, Optional<String> claimed) {
    return claimed.isPresent() ? new Wrong(List.of(problem)) : new Untrusted(problem);
  }
}
