package hotshoe.bench.peer;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host's defaults, written down: a configuration that costs nothing to read. */
final class FixedConfiguration implements Configuration {

  private final Map<String, Object> values;

  FixedConfiguration(Path home) {
    values =
        Map.ofEntries(
            Map.entry("data", home.resolve("data")),
            Map.entry("deploy", home.resolve("deploy")),
            Map.entry("strict", false),
            Map.entry("slice.start-limit", Duration.ofSeconds(60)),
            Map.entry("slice.status-limit", Duration.ofSeconds(1)),
            Map.entry("stop.graceful-limit", Duration.ofSeconds(10)),
            Map.entry("stop.hard-limit", Duration.ofSeconds(15)),
            Map.entry("stop.drain-limit", Duration.ofSeconds(5)),
            Map.entry("gateway.enabled", true),
            Map.entry("gateway.host", "127.0.0.1"),
            Map.entry("gateway.port", 0L),
            Map.entry("shell.socket", true));
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
    return values.get(key).toString();
  }

  @Override
  public long number(String key) {
    return (Long) values.get(key);
  }

  @Override
  public boolean flag(String key) {
    return (Boolean) values.get(key);
  }

  @Override
  public Duration duration(String key) {
    return (Duration) values.get(key);
  }

  @Override
  public Path path(String key) {
    return (Path) values.get(key);
  }

  @Override
  public List<String> list(String key) {
    return List.of();
  }
}
