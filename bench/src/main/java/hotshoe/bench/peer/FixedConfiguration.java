package hotshoe.bench.peer;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The host's defaults, handed over ready to use: a configuration that costs next to nothing to
 * read. Who starts a peer takes them from the host's own table, so none can be forgotten here.
 */
public final class FixedConfiguration implements Configuration {

  /** The system property that holds {@code key<tab>type<tab>value} in each line. */
  public static final String PROPERTY = "hotshoe.bench.options";

  private final Map<String, Object> values = new HashMap<>();

  /**
   * The defaults of a host that would live here.
   *
   * @param lines what {@link #PROPERTY} holds
   */
  public FixedConfiguration(Path home, String lines) {
    for (String line : lines.split("\n")) {
      String[] parts = line.split("\t", -1);
      values.put(parts[0], value(home, parts[1], parts[2]));
    }
  }

  private static Object value(Path home, String type, String text) {
    return switch (type) {
      case "path" -> home.resolve(text);
      case "flag" -> Boolean.valueOf(text);
      case "number" -> Long.valueOf(text);
      case "duration" -> length(text);
      default -> text;
    };
  }

  private static Duration length(String text) {
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }

  @Override
  public Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(key))
        .map(value -> new Value(key, value, new Origin.Default(), false));
  }

  @Override
  public List<Value> values() {
    return values.keySet().stream().flatMap(key -> find(key).stream()).toList();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    return List.of();
  }

  @Override
  public String text(String key) {
    return known(key).toString();
  }

  @Override
  public long number(String key) {
    return (Long) known(key);
  }

  @Override
  public boolean flag(String key) {
    return (Boolean) known(key);
  }

  @Override
  public Duration duration(String key) {
    return (Duration) known(key);
  }

  @Override
  public Path path(String key) {
    return (Path) known(key);
  }

  @Override
  public List<String> list(String key) {
    return List.of();
  }

  private Object known(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the host has no option " + key + " with a default");
    }
    return value;
  }
}
