package hotshoe.inventory.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ansible.cfg}: sections of keys and values. The first that is found is the only one. */
final class ConfigurationFile {

  private static final int LARGEST = 1 << 20;

  private final Map<String, Map<String, String>> sections;

  private ConfigurationFile(Map<String, Map<String, String>> sections) {
    this.sections = sections;
  }

  /** The file that holds for this folder and environment; an empty one if there is none. */
  static ConfigurationFile find(Path folder, Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return Optional.ofNullable(environment.get("ANSIBLE_CONFIG"))
        .filter(given -> !given.isEmpty())
        .map(given -> inFolder(folder.resolve(given)))
        .filter(Files::isReadable)
        .or(() -> Optional.of(folder.resolve("ansible.cfg")).filter(ConfigurationFile::isTrusted))
        .or(() -> Optional.of(Path.of(home, ".ansible.cfg")).filter(Files::isReadable))
        .or(() -> Optional.of(Path.of("/etc/ansible/ansible.cfg")).filter(Files::isReadable))
        .map(ConfigurationFile::read)
        .orElseGet(() -> new ConfigurationFile(Map.of()));
  }

  /** Everywhere it may be. */
  static List<Path> places(Path folder, Map<String, String> environment) {
    String given = environment.getOrDefault("ANSIBLE_CONFIG", "");
    return List.of(
        given.isEmpty() ? folder.resolve("ansible.cfg") : inFolder(folder.resolve(given)),
        folder.resolve("ansible.cfg"),
        Path.of(environment.getOrDefault("HOME", ""), ".ansible.cfg"),
        Path.of("/etc/ansible/ansible.cfg"));
  }

  private static Path inFolder(Path given) {
    return Files.isDirectory(given) ? given.resolve("ansible.cfg") : given;
  }

  /** In a folder where everybody may write, anybody may have written it. */
  private static boolean isTrusted(Path file) {
    try {
      return Files.isReadable(file)
          && !Files.getPosixFilePermissions(file.toAbsolutePath().getParent())
              .contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException | UnsupportedOperationException unknown) {
      return Files.isReadable(file);
    }
  }

  private static ConfigurationFile read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw SourceProblems.configuration(file.toString(), "it has more than 1 MB");
      }
      return of(Files.readAllLines(file));
    } catch (IOException unreadable) {
      throw SourceProblems.configuration(file.toString(), String.valueOf(unreadable));
    }
  }

  static ConfigurationFile of(List<String> lines) {
    Map<String, Map<String, String>> sections = new HashMap<>();
    Map<String, String> section = new HashMap<>();
    String key = "";
    for (String raw : lines) {
      String line = raw.replaceFirst("(^|\\s);.*", "").stripTrailing();
      boolean isComment = line.isBlank() || line.stripLeading().startsWith("#");
      if (isComment) {
        continue;
      }
      if (Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
        section.merge(key, line.strip(), (before, more) -> (before + "\n" + more).strip());
      } else if (line.startsWith("[") && line.endsWith("]")) {
        section =
            sections.computeIfAbsent(line.substring(1, line.length() - 1), n -> new HashMap<>());
        key = "";
      } else {
        String[] parts = line.split("[=:]", 2);
        key = parts[0].strip().toLowerCase(Locale.ROOT);
        section.put(key, parts.length > 1 ? parts[1].strip() : "");
      }
    }
    return new ConfigurationFile(sections);
  }

  Optional<String> get(String section, String key) {
    return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key));
  }
}
