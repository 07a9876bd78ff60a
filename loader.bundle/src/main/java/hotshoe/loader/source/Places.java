package hotshoe.loader.source;

import hotshoe.extension.InstallRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands where a request says that the archive is. */
final class Places {

  /** At least two letters: one alone is a drive of Windows. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

  private static final Set<String> WEB = Set.of("http", "https");

  private static final String GIT = "git+";
  private static final Pattern REPOSITORY = Pattern.compile(".*\\.git/*(@.+)?");

  /** {@code ssh://git@host:22/path}, and {@code git@host:path}. */
  private static final Pattern SECURE =
      Pattern.compile(
          "(?:git\\+)?(?:ssh://(?:[^@/]+@)?([\\w.-]+)(?::\\d+)?/|[\\w.-]+@([\\w.-]+):)([^/].*)");

  private static final Pattern AT = Pattern.compile("(.*\\.git/?)@([^@]+)", Pattern.DOTALL);

  private final Map<String, Forge> forges;

  Places(Map<String, Forge> forges) {
    this.forges = forges;
  }

  Place of(InstallRequest request) throws Unfetched {
    String source = request.source();
    refuseSecure(source);
    if (!URL.matcher(source).matches()) {
      return onDisk(source, request.reference());
    }
    return source.regionMatches(true, 0, GIT, 0, GIT.length())
        ? repository(source, source.substring(GIT.length()), request.reference())
        : ofUrl(source, request.reference());
  }

  /** What was asked for, as people may read it: no password, nothing that moves the cursor. */
  static String shown(String source) {
    return Urls.shown(source);
  }

  private static void refuseSecure(String source) throws Unfetched {
    Matcher secure = SECURE.matcher(source);
    if (secure.matches()) {
      String host = Optional.ofNullable(secure.group(1)).orElseGet(() -> secure.group(2));
      String web = shown("https://" + host + "/" + secure.group(3));
      throw new Unfetched(SourceProblems.secureShell(shown(source), web));
    }
  }

  private Place ofUrl(String source, Optional<String> reference) throws Unfetched {
    URI url = Urls.parse(source);
    if (isFile(url)) {
      return onDisk(path(source, url), reference);
    }
    if (!WEB.contains(scheme(url))) {
      throw new Unfetched(SourceProblems.unknownKind(shown(source)));
    }
    Optional<Forge.Part> part = Forge.of(url, forges).flatMap(forge -> forge.part(url));
    if (part.isPresent()) {
      Optional<String> wanted = reference.or(() -> part.get().reference()).or(() -> fragment(url));
      return new Place.InRepository(shown(source), part.get().repository(), wanted);
    }
    return reference.isPresent() || REPOSITORY.matcher(String.valueOf(url.getPath())).matches()
        ? repository(source, source, reference)
        : new Place.OnWeb(shown(source), url);
  }

  /** The reference may also stand behind {@code #}, or behind {@code .git@}. */
  private static Place repository(String source, String text, Optional<String> reference)
      throws Unfetched {
    Matcher at = AT.matcher(text);
    boolean named = at.matches();
    URI url = Urls.parse(named ? at.group(1) : text);
    if (!WEB.contains(scheme(url)) && !isFile(url)) {
      throw new Unfetched(SourceProblems.unknownKind(shown(source)));
    }
    if (isFile(url)) {
      path(source, url);
    }
    Optional<String> said = named ? Optional.of(at.group(2)) : fragment(url);
    return new Place.InRepository(shown(source), withoutFragment(url), reference.or(() -> said));
  }

  private static URI withoutFragment(URI url) {
    return URI.create(url.toString().replaceFirst("#.*", ""));
  }

  private static Optional<String> fragment(URI url) {
    return Optional.ofNullable(url.getFragment()).filter(text -> !text.isEmpty());
  }

  private static boolean isFile(URI url) {
    return scheme(url).equals("file");
  }

  private static String scheme(URI url) {
    return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
  }

  /** Also {@code file:name} and {@code file://host/name}, as people write them. */
  private static String path(String source, URI url) throws Unfetched {
    String path = url.isOpaque() ? url.getSchemeSpecificPart() : url.getPath();
    boolean here = url.getHost() == null || url.getHost().equalsIgnoreCase("localhost");
    if (!here || path == null || path.isEmpty()) {
      throw new Unfetched(SourceProblems.noUrl(shown(source), "it names no file of this machine"));
    }
    return path;
  }

  private static Place onDisk(String source, Optional<String> reference) throws Unfetched {
    try {
      Path path = Path.of(source).toAbsolutePath().normalize();
      String origin = path.toString().replaceAll("\\p{Cntrl}", "?");
      return reference.isPresent() && Files.isDirectory(path)
          ? new Place.InRepository(origin, path.toUri(), reference)
          : new Place.OnDisk(origin, path);
    } catch (InvalidPathException malformed) {
      throw new Unfetched(SourceProblems.noUrl(shown(source), malformed.getReason()));
    }
  }
}
