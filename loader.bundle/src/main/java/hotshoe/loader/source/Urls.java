package hotshoe.loader.source;

import hotshoe.loader.content.ContentProblems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs, and how people may read them. */
final class Urls {

  private static final Pattern USER = Pattern.compile("(?<=//)[^/?#]*@");

  /** A password with a slash, which should have been written by its number, and is one still. */
  private static final Pattern CLUMSY =
      Pattern.compile("(?<=//)[^/?#@:\\[\\]]*:(?!\\d*(?:[/?#]|$)).*@", Pattern.DOTALL);

  private static final Pattern FRAGMENT = Pattern.compile("#.*", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("(?<=[?&;])([^=&;?]*)=([^&;]*)");

  /** What follows these says where something is, and not who asks; all other values are hidden. */
  private static final Set<String> TELLING =
      Set.of("at", "branch", "download", "file", "format", "path", "raw", "ref", "sha", "version");

  private Urls() {}

  /** The text without users, passwords, tokens and signatures, on one line. */
  static String shown(String url) {
    String plain = CLUMSY.matcher(USER.matcher(url).replaceAll("")).replaceAll("");
    boolean web = plain.contains("://");
    return ContentProblems.shown(web ? withoutValues(plain) : plain);
  }

  private static String withoutValues(String url) {
    return VALUE.matcher(FRAGMENT.matcher(url).replaceAll("")).replaceAll(Urls::hidden);
  }

  private static String hidden(MatchResult value) {
    return TELLING.contains(value.group(1))
        ? Matcher.quoteReplacement(value.group())
        : Matcher.quoteReplacement(value.group(1) + "=***");
  }

  /** The user and password that stand in it. */
  static Optional<String> user(URI url) {
    return Optional.ofNullable(url.getUserInfo());
  }

  /** The same place, for a request: without user and fragment. */
  static URI bare(URI url) {
    String text = FRAGMENT.matcher(url.toString()).replaceAll("");
    return URI.create(USER.matcher(text).replaceFirst(""));
  }

  /** The same with something after its path; what follows the path stays. */
  static URI withEnding(URI url, String ending) {
    String text = FRAGMENT.matcher(url.toString()).replaceAll("");
    int query = text.indexOf('?');
    int end = query < 0 ? text.length() : query;
    return URI.create(text.substring(0, end) + ending + text.substring(end));
  }

  /** Whether both are asked by the same protocol, at the same host and port. */
  static boolean sameServer(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  /** The text as a URL. */
  static URI parse(String source) throws Unfetched {
    try {
      return new URI(source);
    } catch (URISyntaxException malformed) {
      throw new Unfetched(SourceProblems.noUrl(shown(source), malformed.getReason()));
    }
  }
}
