package hotshoe.ansible;

import hotshoe.archive.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an archive holds of Ansible's: a folder {@code inventory}, folders in {@code inventories},
 * or sources at the top; plugins in Python; perhaps a collection around them.
 *
 * @param contents the files, without a folder in which all lie
 * @param topFolder the folder in which all lay, if there was one
 */
record Sources(Contents contents, Optional<String> topFolder) {

  static final List<String> COLLECTION = List.of("galaxy.yml", "MANIFEST.json");
  static final String FOLDER = "inventory/";
  static final String FOLDERS = "inventories/";

  private static final String OWN_PLUGINS = "inventory_plugins/";
  private static final String COLLECTION_PLUGINS = "plugins/inventory/";
  private static final String PYTHON = ".py";
  private static final int LOOKED_AT = 64 << 10;

  /** What has one of these belongs to another dialect. */
  private static final Set<String> FOREIGN =
      Set.of(
          "META-INF/MANIFEST.MF",
          "manifest.yaml",
          "manifest.yml",
          "extension.yml",
          "extension.yaml",
          "calls.yaml",
          "calls.yml");

  private static final Pattern PAPER =
      Pattern.compile(
          "(readme|licen[cs]e|notice|copying|changelog|changes|authors)(\\.(md|txt|rst|html))?");

  /** What sources at the top may end with; scripts often have no ending. */
  private static final Set<String> ENDINGS =
      Set.of("py", "sh", "rb", "pl", "ini", "yml", "yaml", "json", "toml");

  static Sources in(Contents contents) {
    boolean isInventory = contents.topFolder().filter(Sources::isOwn).isPresent();
    return isInventory
        ? new Sources(contents, Optional.empty())
        : new Sources(contents.unwrapped(), contents.topFolder());
  }

  /** An archive may hold nothing but the folder that has a meaning. */
  private static boolean isOwn(String folder) {
    return Set.of(FOLDER, FOLDERS, OWN_PLUGINS).contains(folder + "/");
  }

  /** Whether an archive of these files is an archive of inventories. */
  boolean areAnsible() {
    if (contents.names().stream().anyMatch(FOREIGN::contains)) {
      return false;
    }
    return !plugins().isEmpty() || !folders().isEmpty() || areAtTop();
  }

  /** The file that describes the collection, if it is one with plugins. */
  Optional<String> collection() {
    return COLLECTION.stream().filter(this::has).findFirst();
  }

  /** The plugins in Python by their short names. */
  List<String> plugins() {
    String folder = collection().isPresent() ? COLLECTION_PLUGINS : OWN_PLUGINS;
    return contents.names().stream()
        .filter(name -> name.startsWith(folder) && name.endsWith(PYTHON))
        .map(name -> name.substring(folder.length(), name.length() - PYTHON.length()))
        .filter(name -> name.indexOf('/') < 0 && !name.startsWith("_"))
        .toList();
  }

  /** The folders that are one inventory each, ending with a stroke; none if all lie at the top. */
  Set<String> folders() {
    Set<String> folders = new TreeSet<>();
    for (String name : contents.names()) {
      if (name.startsWith(FOLDER)) {
        folders.add(FOLDER);
      } else if (name.startsWith(FOLDERS)) {
        int end = name.indexOf('/', FOLDERS.length());
        folders.add(end < 0 ? FOLDERS : name.substring(0, end + 1));
      }
    }
    // files right in 'inventories' make it one inventory
    return folders.contains(FOLDERS) ? Set.of(FOLDERS) : folders;
  }

  /** Whether nothing but sources lies at the top, and at least one of them says it is one. */
  boolean areAtTop() {
    List<String> top =
        contents.names().stream().filter(name -> name.indexOf('/') < 0 && !isPaper(name)).toList();
    boolean hasVariables =
        contents.names().stream()
            .anyMatch(name -> name.startsWith("group_vars/") || name.startsWith("host_vars/"));
    return !top.isEmpty()
        && top.stream().allMatch(Sources::mayBeSource)
        && (hasVariables || top.stream().anyMatch(this::answersList));
  }

  /** The programs that the archive does not mark as such. */
  List<String> unmarked() {
    return contents.names().stream()
        .filter(
            name -> name.indexOf('/') < 0 || name.startsWith(FOLDER) || name.startsWith(FOLDERS))
        .filter(name -> !contents.isExecutable(name) && head(name, 2).equals("#!"))
        .toList();
  }

  private boolean has(String name) {
    return contents.size(name).isPresent();
  }

  private static boolean mayBeSource(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isPaper(String name) {
    return name.startsWith(".") || PAPER.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** A script whose text has the one option that every inventory script must know. */
  private boolean answersList(String name) {
    String text = head(name, LOOKED_AT);
    return (text.startsWith("#!") || contents.isExecutable(name)) && text.contains("--list");
  }

  private String head(String name, int length) {
    try (InputStream bytes = contents.open(name).orElse(InputStream.nullInputStream())) {
      return new String(bytes.readNBytes(length), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
