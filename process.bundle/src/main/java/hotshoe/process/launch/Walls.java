package hotshoe.process.launch;

import hotshoe.process.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What builds a sandbox on this system. */
sealed interface Walls {

  /**
   * What is put before a command.
   *
   * @param places what the process works with
   */
  List<String> before(Sandbox sandbox, Places places);

  /** What people are told it is. */
  String name();

  /** Whether it does all that a sandbox is to do. */
  default boolean isWhole() {
    return this instanceof Bubblewrap;
  }

  /**
   * What a process works with.
   *
   * @param executable its file
   * @param directory its working directory
   * @param folder its private folder
   */
  record Places(Path executable, Path directory, Path folder) {}

  /** Nothing does. */
  record None() implements Walls {
    @Override
    public List<String> before(Sandbox sandbox, Places places) {
      return List.of();
    }

    @Override
    public String name() {
      return "no sandbox program works here";
    }
  }

  /** The whole of it, by bubblewrap. */
  record Bubblewrap(Path program) implements Walls {

    private static final List<String> SYSTEM =
        List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/opt");

    private static final List<String> SETTINGS =
        List.of(
            "/etc/alternatives",
            "/etc/ca-certificates",
            "/etc/group",
            "/etc/hosts",
            "/etc/ld.so.cache",
            "/etc/ld.so.conf",
            "/etc/ld.so.conf.d",
            "/etc/localtime",
            "/etc/nsswitch.conf",
            "/etc/passwd",
            "/etc/pki",
            "/etc/resolv.conf",
            "/etc/ssl");

    @Override
    public List<String> before(Sandbox sandbox, Places places) {
      List<String> words = new ArrayList<>(List.of(program.toString()));
      words.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session"));
      words.addAll(List.of("--cap-drop", "ALL"));
      if (sandbox.network()) {
        words.add("--share-net");
      }
      SYSTEM.forEach(path -> system(words, Path.of(path)));
      SETTINGS.forEach(path -> words.addAll(List.of("--ro-bind-try", path, path)));
      words.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
      Set<Path> readable = new LinkedHashSet<>(sandbox.readable());
      readable.add(folderOf(places.executable()));
      readable.add(places.directory());
      readable.forEach(path -> bind(words, "--ro-bind", path));
      Set<Path> writable = new LinkedHashSet<>(sandbox.writable());
      writable.add(places.folder());
      writable.forEach(path -> bind(words, "--bind", path));
      words.addAll(List.of("--chdir", places.directory().toString(), "--"));
      return words;
    }

    private static Path folderOf(Path executable) {
      Path folder = executable.getParent();
      return folder == null ? executable : folder;
    }

    private static void bind(List<String> words, String how, Path path) {
      words.addAll(List.of(how, path.toString(), path.toString()));
    }

    private static void system(List<String> words, Path path) {
      if (Files.isSymbolicLink(path)) {
        words.addAll(List.of("--symlink", target(path), path.toString()));
      } else if (Files.isDirectory(path)) {
        bind(words, "--ro-bind", path);
      }
    }

    private static String target(Path link) {
      try {
        return Files.readSymbolicLink(link).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String name() {
      return "bubblewrap";
    }
  }

  /** No network and no view of other processes, by unshare; files are as open as ever. */
  record Unshare(Path program, boolean isRoot) implements Walls {
    @Override
    public List<String> before(Sandbox sandbox, Places places) {
      List<String> words = new ArrayList<>(List.of(program.toString()));
      if (!isRoot) {
        words.addAll(List.of("--user", "--map-current-user"));
      }
      words.addAll(List.of("--pid", "--fork", "--kill-child", "--mount-proc", "--ipc", "--uts"));
      if (!sandbox.network()) {
        words.add("--net");
      }
      words.add("--");
      return words;
    }

    @Override
    public String name() {
      return "unshare, which hides no files";
    }
  }
}
