package hotshoe.loader.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a jar says of its signatures. Nobody has verified any of it yet: it is read as of any zip
 * archive, for the platform's jars do not show what fails.
 *
 * @param areThere whether anybody signed it, or tried to
 * @param certificates those that the signatures carry
 */
record JarSignatures(boolean areThere, List<X509Certificate> certificates) {

  private static final Pattern RELATED =
      Pattern.compile("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*|MANIFEST\\.MF)");
  private static final Pattern BLOCK = Pattern.compile("META-INF/[^/]+\\.(RSA|DSA|EC)");
  private static final Pattern SIGNED = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  /** The platform reads each of these files into memory as a whole. */
  private static final int LARGEST = 16 << 20;

  JarSignatures {
    certificates = List.copyOf(certificates);
  }

  /** Reads what is there. */
  static JarSignatures read(Path archive) throws IOException, Malformed {
    List<X509Certificate> certificates = new ArrayList<>();
    boolean areThere = false;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry file : Collections.list(zip.entries())) {
        if (is(file) && file.getSize() > LARGEST) {
          throw new Malformed(file.getName() + " is too large");
        }
        areThere |= is(SIGNED, file);
        if (is(BLOCK, file)) {
          certificates.addAll(certificates(zip, file));
        }
      }
    }
    return new JarSignatures(areThere, certificates);
  }

  /** Whether an entry belongs to the signatures, and so is signed by nobody itself. */
  static boolean is(ZipEntry entry) {
    return is(RELATED, entry);
  }

  private static List<X509Certificate> certificates(ZipFile zip, ZipEntry block)
      throws IOException {
    try (InputStream bytes = zip.getInputStream(block)) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes.readNBytes(LARGEST)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException | RuntimeException garbled) {
      return List.of();
    }
  }

  private static boolean is(Pattern pattern, ZipEntry entry) {
    return pattern.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches();
  }
}
