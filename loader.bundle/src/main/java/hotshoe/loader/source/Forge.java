package hotshoe.loader.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The well-known makes of servers for repositories. Each gives the files of a branch, a tag or a
 * commit as an archive, by one form of URL for all three, which is faster than to speak git (rows
 * CS-29, CS-30).
 */
enum Forge {
  /** GitHub. */
  GITHUB("/archive/%s.zip", "/tree/", 2, 2),
  /** GitLab, where repositories lie in groups of groups. */
  GITLAB("/-/archive/%s/archive.zip", "/-/tree/", 2, 20),
  /** Bitbucket in the cloud. */
  BITBUCKET("/get/%s.zip", "/src/", 2, 2),
  /** Gitea, and Forgejo, which came from it. */
  GITEA("/archive/%s.zip", "/src/branch/", 2, 2);

  /** The public ones, by host. */
  static final Map<String, Forge> PUBLIC =
      Map.of(
          "github.com", GITHUB,
          "www.github.com", GITHUB,
          "gitlab.com", GITLAB,
          "bitbucket.org", BITBUCKET,
          "codeberg.org", GITEA,
          "gitea.com", GITEA);

  private static final Pattern END = Pattern.compile("(\\.git)?/*$");

  private final String archive;
  private final String page;
  private final int fewest;
  private final int most;

  Forge(String archive, String page, int fewest, int most) {
    this.archive = archive;
    this.page = page;
    this.fewest = fewest;
    this.most = most;
  }

  /** The make of the server at this host, if it is known, or goes by its name as many do. */
  static Optional<Forge> of(URI url, Map<String, Forge> known) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    String server = url.getPort() < 0 ? host : host + ":" + url.getPort();
    Optional<Forge> named =
        Arrays.stream(values())
            .filter(forge -> host.startsWith(forge.name().toLowerCase(Locale.ROOT) + "."))
            .findFirst();
    return Optional.ofNullable(known.get(server))
        .or(() -> host.startsWith("forgejo.") ? Optional.of(GITEA) : named);
  }

  /** A repository, and what of it. */
  record Part(URI repository, Optional<String> reference) {}

  /** The repository that a URL names, as a clone URL or as the page of it or of a branch. */
  Optional<Part> part(URI url) {
    String path = String.valueOf(url.getRawPath());
    int at = path.indexOf(page);
    String repository = at < 0 ? path : path.substring(0, at);
    Optional<String> reference =
        at < 0 ? Optional.empty() : Optional.of(url.getPath().substring(at + page.length()));
    boolean fits = url.getRawQuery() == null && isRepository(repository);
    return fits
        ? Optional.of(new Part(withPath(url, repository), reference.map(Forge::plain)))
        : Optional.empty();
  }

  private boolean isRepository(String path) {
    List<String> names = Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    return names.size() >= fewest && names.size() <= most && !names.contains("-");
  }

  private static String plain(String reference) {
    return reference.replaceAll("/+$", "");
  }

  /** Where the archive is of what the reference means; without one, of the default branch. */
  URI archive(URI repository, Optional<String> reference) {
    String path = END.matcher(repository.getRawPath()).replaceFirst("");
    String name = encoded(reference.orElse("HEAD"));
    return withPath(repository, path + archive.replace("%s", name));
  }

  /** What means something else in a path, or nothing, is written by its number. */
  private static String encoded(String reference) {
    StringBuilder text = new StringBuilder();
    for (byte one : reference.getBytes(StandardCharsets.UTF_8)) {
      int value = one & 0xff;
      boolean plain =
          value < 0x80 && (Character.isLetterOrDigit(value) || "-._~/".indexOf(value) >= 0);
      text.append(
          plain ? String.valueOf((char) value) : String.format(Locale.ROOT, "%%%02X", value));
    }
    return text.toString();
  }

  private static URI withPath(URI url, String path) {
    String text = url.toString();
    int authority = text.indexOf("//") + 2;
    int slash = text.indexOf('/', authority);
    return URI.create((slash < 0 ? text : text.substring(0, slash)) + path);
  }
}
