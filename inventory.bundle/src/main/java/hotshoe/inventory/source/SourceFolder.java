package hotshoe.inventory.source;

import hotshoe.inventory.model.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** A folder of sources: what of it is read, and in which order (row AN-10). */
final class SourceFolder {

  private static final Set<String> NEVER = Set.of("host_vars", "group_vars", "vars_plugins");

  private final List<String> endings;
  private final List<Pattern> patterns;

  SourceFolder(Settings settings) {
    endings = settings.ignoredEndings();
    patterns = settings.ignoredPatterns().stream().map(SourceFolder::pattern).toList();
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException wrong) {
      throw SourceProblems.setting(
          "ANSIBLE_INVENTORY_IGNORE_REGEX", text, List.of("regular expressions"));
    }
  }

  /** The entries that are sources, sorted by name. */
  List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !isIgnored(entry.getFileName().toString()))
          .sorted(
              (one, other) ->
                  CodePoints.compare(one.getFileName().toString(), other.getFileName().toString()))
          .toList();
    }
  }

  private boolean isIgnored(String name) {
    return name.startsWith(".")
        || NEVER.contains(name)
        || endings.stream().anyMatch(name::endsWith)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
  }
}
