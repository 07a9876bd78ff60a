package hotshoe.loader.signature;

import hotshoe.loader.content.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSigner;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Reads every entry of a jar to its last byte, for only then the platform has compared it with what
 * was signed.
 */
final class JarEntries {

  private final JarFile jar;
  private final SignatureProblems problems;
  private final byte[] piece = new byte[1 << 16];
  private long bytes;
  private Optional<Set<CodeSigner>> common = Optional.empty();
  private Optional<String> unsigned = Optional.empty();

  private JarEntries(JarFile jar, SignatureProblems problems) {
    this.jar = jar;
    this.problems = problems;
  }

  /**
   * Those who signed everything that is in there.
   *
   * @throws Altered when there is nobody, when an entry is not as it was signed, or when one is
   *     missing
   */
  static Set<CodeSigner> signersOfAll(JarFile jar, SignatureProblems problems)
      throws IOException, Altered {
    return new JarEntries(jar, problems).readAll();
  }

  private Set<CodeSigner> readAll() throws IOException, Altered {
    for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
      read(entry);
      if (!entry.isDirectory() && !JarSignatures.is(entry)) {
        note(entry);
      }
    }
    Set<CodeSigner> signers = common.orElse(Set.of());
    if (signers.isEmpty() && unsigned.isEmpty()) {
      throw new Altered(problems::differentSigners);
    }
    if (common.isEmpty()) {
      throw new Altered(problems::weak);
    }
    if (unsigned.isPresent()) {
      throw new Altered(who -> problems.unsignedEntry(unsigned.get(), who));
    }
    findMissing();
    return signers;
  }

  private void read(JarEntry entry) throws IOException, Altered {
    try (InputStream stream = jar.getInputStream(entry)) {
      for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
        bytes += count;
        if (bytes > Limits.USUAL.allBytes()) {
          throw new IOException("the archive unpacks to too much");
        }
      }
    } catch (SecurityException notAsSigned) {
      throw new Altered(who -> problems.entryAltered(entry.getName(), who));
    }
  }

  private void note(JarEntry entry) {
    CodeSigner[] signers = entry.getCodeSigners();
    if (signers == null) {
      unsigned = unsigned.or(() -> Optional.of(entry.getName()));
      return;
    }
    Set<CodeSigner> now = new HashSet<>(Arrays.asList(signers));
    common.ifPresent(now::retainAll);
    common = Optional.of(now);
  }

  /** What was taken out of the archive is missed by nobody else. */
  private void findMissing() throws IOException, Altered {
    Manifest manifest = jar.getManifest();
    for (Map.Entry<String, Attributes> section : manifest.getEntries().entrySet()) {
      String name = section.getKey();
      if (isDigested(section.getValue()) && !name.endsWith("/") && jar.getEntry(name) == null) {
        throw new Altered(who -> problems.entryMissing(name, who));
      }
    }
  }

  private static boolean isDigested(Attributes attributes) {
    return attributes.keySet().stream().anyMatch(key -> key.toString().endsWith("-Digest"));
  }
}
