package hotshoe.loader.source;

import hotshoe.extension.InstallRequest;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands where a request says that the archive is. */
final class Places {

  /** At least two letters: one alone is a drive of Windows. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

  private static final Set<String> WEB = Set.of("http", "https");

  private Places() {}

  static Place of(InstallRequest request) throws Unfetched {
    String source = request.source();
    return URL.matcher(source).matches() ? ofUrl(source) : onDisk(source);
  }

  /** What was asked for, as people may read it: no password, nothing that moves the cursor. */
  static String shown(String source) {
    return Urls.shown(source);
  }

  private static Place ofUrl(String source) throws Unfetched {
    URI url = Urls.parse(source);
    if ("file".equalsIgnoreCase(url.getScheme())) {
      return onDisk(path(source, url));
    }
    if (WEB.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
      return new Place.OnWeb(shown(source), url);
    }
    throw new Unfetched(SourceProblems.unknownKind(shown(source)));
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

  private static Place onDisk(String source) throws Unfetched {
    try {
      Path path = Path.of(source).toAbsolutePath().normalize();
      return new Place.OnDisk(path.toString().replaceAll("\\p{Cntrl}", "?"), path);
    } catch (InvalidPathException malformed) {
      throw new Unfetched(SourceProblems.noUrl(shown(source), malformed.getReason()));
    }
  }
}
