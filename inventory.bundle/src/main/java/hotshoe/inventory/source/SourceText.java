package hotshoe.inventory.source;

import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventorySource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write for a source, as an absolute path where it is one. */
final class SourceText {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:([A-Za-z0-9_]+)|\\{([^}]*)\\})");

  private final Path folder;
  private final Map<String, String> environment;

  SourceText(InventoryRequest request) {
    folder = request.workingFolder();
    environment = request.environment();
  }

  /** The source: a list of hosts stays as it is, nothing at all is the working folder. */
  InventorySource source(String text) {
    try {
      boolean isList = text.indexOf(',') >= 0 && !Files.exists(folder.resolve(text));
      return new InventorySource(
          isList ? text : folder.resolve(expanded(text)).normalize().toString());
    } catch (InvalidPathException unlike) {
      return new InventorySource(text);
    }
  }

  private String expanded(String text) {
    String home = environment.getOrDefault("HOME", "");
    boolean isAtHome = text.equals("~") || text.startsWith("~/");
    String path = isAtHome && !home.isEmpty() ? home + text.substring(1) : text;
    return VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  private String value(java.util.regex.MatchResult found) {
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    return environment.getOrDefault(name, found.group());
  }
}
