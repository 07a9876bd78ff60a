package hotshoe.loader.signature;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ContentProblems;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Objects;

/**
 * A certificate that the operator trusts.
 *
 * @param name what the operator calls its owner: the name of its file without the ending
 * @param certificate of who signs jars, or of who vouches for those who do
 */
record TrustedCertificate(String name, X509Certificate certificate) {

  TrustedCertificate {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(certificate, "certificate");
  }

  /** Reads a file with one certificate, as PEM or DER. */
  static TrustedCertificate parse(String name, byte[] file) throws Malformed {
    try {
      return new TrustedCertificate(
          name,
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(file)));
    } catch (CertificateException | RuntimeException noCertificate) {
      throw new Malformed("it holds no X.509 certificate");
    }
  }

  /** The owner and the number, for people. */
  String shown() {
    return name + " (certificate " + number(certificate) + ")";
  }

  /** The first 16 digits of the SHA-256: enough to tell certificates apart. */
  static String number(X509Certificate certificate) {
    try {
      MessageDigest digest = Digest.computation();
      digest.update(certificate.getEncoded());
      return Digest.of(digest).value().substring(0, 16).toUpperCase(Locale.ROOT);
    } catch (CertificateEncodingException unreadable) {
      return "that cannot be read";
    }
  }

  /** What a certificate says of its owner, for people. */
  static String owner(X509Certificate certificate) {
    return ContentProblems.shown(certificate.getSubjectX500Principal().getName());
  }
}
