package hotshoe.xapi;

import hotshoe.archive.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files at the top of an archive, as XenAPI looks at its folder of extensions (row XA-2): a
 * call is a file of exactly its name. Folders, and what is in them, are the author's own.
 */
final class Executables {

  static final List<String> DECLARATIONS = List.of("calls.yaml", "calls.yml");

  private static final Pattern CALL = Pattern.compile(CallsType.CALL);
  private static final Pattern PAPER =
      Pattern.compile(
          "(readme|licen[cs]e|notice|copying|changelog|changes|authors)(\\.(md|txt|rst|html))?");

  /** Endings of files that are executable all over the world without being calls. */
  private static final Set<String> ENDINGS =
      Set.of(
          "sh", "bash", "py", "pl", "rb", "js", "exe", "bat", "cmd", "ps1", "com", "dll", "so",
          "jar", "class", "md", "txt", "html", "yaml", "yml", "json", "toml", "ini", "cfg", "conf",
          "xml", "zip", "gz", "tar", "cgi", "php", "lua", "bin", "run", "csv", "pdf", "png");

  private final Contents contents;
  private final Optional<String> topFolder;

  private Executables(Contents contents, Optional<String> topFolder) {
    this.contents = contents;
    this.topFolder = topFolder;
  }

  /** Those of an archive, without the folder in which everything lies, if there is one. */
  static Executables in(Contents contents) {
    return new Executables(contents.unwrapped(), contents.topFolder());
  }

  Contents contents() {
    return contents;
  }

  /** The folder in which everything lies, if there is one. */
  Optional<String> topFolder() {
    return topFolder;
  }

  /** The name of the declaration, if there is one. */
  Optional<String> declaration() {
    return DECLARATIONS.stream().filter(name -> contents.size(name).isPresent()).findFirst();
  }

  /** Whether it holds nothing but executables that are named like calls, and papers about them. */
  boolean areAll() {
    List<String> files = contents.names().stream().filter(name -> !isPaper(name)).toList();
    return !files.isEmpty() && files.stream().allMatch(name -> isLikeCall(name) && canRun(name));
  }

  /** All files at the top that can be executed. */
  Stream<String> runnable() {
    return contents.names().stream()
        .filter(name -> name.indexOf('/') < 0 && !isPaper(name) && !DECLARATIONS.contains(name))
        .filter(this::canRun);
  }

  boolean has(String name) {
    return contents.size(name).isPresent();
  }

  /** Whether it is marked, or begins like a program of a known kind. */
  boolean canRun(String name) {
    return contents.isExecutable(name) || beginsLikeProgram(name);
  }

  boolean isMarked(String name) {
    return contents.isExecutable(name);
  }

  /** Whether a file that nobody declared is taken for a call. */
  static boolean isLikeCall(String name) {
    return CALL.matcher(name).matches()
        && !ENDINGS.contains(name.substring(name.indexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isPaper(String name) {
    return name.startsWith(".") || PAPER.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private boolean beginsLikeProgram(String name) {
    try (InputStream bytes = contents.open(name).orElse(InputStream.nullInputStream())) {
      byte[] head = bytes.readNBytes(4);
      return head.length >= 3
          && ((head[0] == '#' && head[1] == '!')
              || (head.length == 4
                  && head[0] == 0x7f
                  && head[1] == 'E'
                  && head[2] == 'L'
                  && head[3] == 'F'));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
