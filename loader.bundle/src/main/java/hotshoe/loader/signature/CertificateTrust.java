package hotshoe.loader.signature;

import hotshoe.loader.signature.Finding.Good;
import hotshoe.loader.signature.Finding.Untrusted;
import hotshoe.loader.signature.Finding.Wrong;
import hotshoe.problem.Problem;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether those who signed a jar are trusted: themselves, or by who vouches for them. */
final class CertificateTrust {

  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final TrustedKeys trusted;
  private final SignatureProblems problems;

  private CertificateTrust(TrustedKeys trusted, SignatureProblems problems) {
    this.trusted = trusted;
    this.problems = problems;
  }

  /** Somebody who is trusted and whom these certificates name, whether rightly so or not. */
  static Optional<String> claimed(List<X509Certificate> certificates, TrustedKeys trusted) {
    return certificates.stream()
        .flatMap(
            one -> trusted.certificates().stream().filter(by -> isIt(by, one) || vouches(by, one)))
        .map(TrustedCertificate::shown)
        .findFirst();
  }

  /** What it means that each of these has signed the whole jar. */
  static Finding judge(Set<CodeSigner> signers, TrustedKeys trusted, SignatureProblems problems) {
    CertificateTrust trust = new CertificateTrust(trusted, problems);
    List<Finding> findings =
        signers.stream().map(CodeSigner::getSignerCertPath).map(trust::judge).toList();
    return first(findings, Good.class)
        .or(() -> first(findings, Wrong.class))
        .orElseGet(() -> findings.get(0));
  }

  private static Optional<Finding> first(List<Finding> findings, Class<? extends Finding> kind) {
    return findings.stream().filter(kind::isInstance).findFirst();
  }

  private Finding judge(CertPath path) {
    List<X509Certificate> chain =
        path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    for (int at = 0; at < chain.size(); at++) {
      X509Certificate link = chain.get(at);
      for (TrustedCertificate anchor : trusted.certificates()) {
        if (isIt(anchor, link)) {
          return judge(chain.subList(0, at), anchor, chain.get(0));
        }
        if (vouches(anchor, link)) {
          return judge(chain.subList(0, at + 1), anchor, chain.get(0));
        }
      }
    }
    return new Untrusted(problems.untrusted(shown(chain.get(0))));
  }

  private Finding judge(
      List<X509Certificate> chain, TrustedCertificate anchor, X509Certificate signer) {
    String who = anchor.name() + (chain.isEmpty() ? "" : ": " + TrustedCertificate.owner(signer));
    String shown = who + " (certificate " + TrustedCertificate.number(signer) + ")";
    return fault(chain, anchor, signer, shown).<Finding>map(Wrong::of).orElse(new Good(shown));
  }

  private Optional<Problem> fault(
      List<X509Certificate> chain,
      TrustedCertificate anchor,
      X509Certificate signer,
      String shown) {
    try {
      anchor.certificate().checkValidity();
      signer.checkValidity();
      if (!isForCode(signer)) {
        return Optional.of(
            problems.unfitCertificate(shown, "its certificate is not made for signing code"));
      }
      if (!chain.isEmpty()) {
        validate(chain, anchor.certificate());
      }
      return Optional.empty();
    } catch (CertPathValidatorException broken) {
      return Optional.of(
          broken.getReason() == BasicReason.EXPIRED
                  || broken.getReason() == BasicReason.NOT_YET_VALID
              ? problems.expired(shown)
              : problems.unfitCertificate(shown, "the chain of certificates is broken"));
    } catch (CertificateParsingException unreadable) {
      return Optional.of(problems.unfitCertificate(shown, "its certificate is garbled"));
    } catch (CertificateException outOfTime) {
      return Optional.of(problems.expired(shown));
    } catch (GeneralSecurityException unexpected) {
      return Optional.of(problems.unfitCertificate(shown, "the chain cannot be checked"));
    }
  }

  /** Nobody is asked whether a certificate was called back: a host may have no network. */
  private static void validate(List<X509Certificate> chain, X509Certificate anchor)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
    parameters.setRevocationEnabled(false);
    CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  private static boolean isForCode(X509Certificate signer) throws CertificateParsingException {
    boolean[] usage = signer.getKeyUsage();
    List<String> purposes = signer.getExtendedKeyUsage();
    return (usage == null || usage[0])
        && (purposes == null || purposes.contains(CODE_SIGNING) || purposes.contains(ANY_PURPOSE));
  }

  private static boolean isIt(TrustedCertificate trusted, X509Certificate one) {
    return trusted.certificate().equals(one);
  }

  private static boolean vouches(TrustedCertificate by, X509Certificate one) {
    if (!one.getIssuerX500Principal().equals(by.certificate().getSubjectX500Principal())) {
      return false;
    }
    try {
      one.verify(by.certificate().getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException notByThisOne) {
      return false;
    }
  }

  private static String shown(X509Certificate signer) {
    return TrustedCertificate.owner(signer)
        + " (certificate "
        + TrustedCertificate.number(signer)
        + ")";
  }
}
