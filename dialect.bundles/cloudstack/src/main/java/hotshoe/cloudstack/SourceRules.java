package hotshoe.cloudstack;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.Referral;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a manifest that came alone says its archive is (rows CS-24, CS-28, CS-29). */
final class SourceRules {

  private static final String DEFAULT_REF = "main";
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/].*");
  private static final Pattern GIT =
      Pattern.compile("(?i)(?:https?|ssh|git)://[^\\s/].*|[\\w.-]+@[\\w.-]+:\\S+");
  private static final Pattern LOCAL = Pattern.compile("(?i)file:/.*");

  private final Document document;
  private final Manifest manifest;

  SourceRules(Document document, Manifest manifest) {
    this.document = document;
    this.manifest = manifest;
  }

  Referral referral() {
    if (manifest.given().find("source").isEmpty()) {
      return faulty("source", "is missing, and this manifest came without its archive");
    }
    Given given = manifest.given();
    String url = given.text("source", "url").strip();
    boolean isGit = given.text("source", "type").strip().toLowerCase(Locale.ROOT).equals("git");
    if (!isAllowed(url, isGit)) {
      return faulty(
          "source.url",
          "is not one that can be fetched: it begins with "
              + (isGit ? "https:, http:, ssh: or git:" : "https: or http:"));
    }
    return new Referral.To(
        manifest.name(),
        isGit ? "git+" + url : url,
        isGit ? Optional.of(reference(given)) : Optional.empty(),
        given.optional("source", "digest").map(Digests::digits),
        ManifestReader.NAMES.get(0));
  }

  /** A manifest of this machine may speak of this machine; one from elsewhere may not. */
  private boolean isAllowed(String url, boolean isGit) {
    boolean isFromWeb = WEB.matcher(document.origin()).matches();
    return (isGit ? GIT : WEB).matcher(url).matches()
        || (!isFromWeb && LOCAL.matcher(url).matches());
  }

  private static String reference(Given given) {
    return given
        .optional("source", "refs")
        .or(() -> given.optional("source", "ref"))
        .orElse(DEFAULT_REF);
  }

  private Referral faulty(String path, String message) {
    Problem problem = DocumentCheck.fault(document, path, message);
    return new Referral.Faulty(List.of(problem));
  }
}
