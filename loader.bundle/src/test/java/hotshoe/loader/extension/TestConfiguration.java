package hotshoe.loader.extension;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A configuration in which a test has set what it needs. */
public final class TestConfiguration implements Configuration {

  private final Path home;
  private final Map<String, Object> values = new TreeMap<>();

  public TestConfiguration(Path home) {
    this.home = home;
    values.put("data", "data");
    values.put("deploy", "deploy");
    values.put("signatures.keys", "etc/trusted-keys");
    values.put("signatures.policy", "warn");
    values.put("slice.start-limit", "60s");
    values.put("stop.drain-limit", "5s");
    values.put("upgrade.drain-limit", "10s");
    values.put("upgrade.kept-versions", "3");
    values.put("sources.bytes", "1073741824");
    values.put("sources.limit", "600s");
  }

  TestConfiguration set(String key, Object value) {
    values.put(key, value);
    return this;
  }

  @Override
  public Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(key))
        .map(value -> new Value(key, value, new Origin.File("etc/hotshoe.yaml", 3), false));
  }

  @Override
  public List<Value> values() {
    return values.keySet().stream().map(key -> find(key).orElseThrow()).toList();
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
    return Long.parseLong(text(key));
  }

  @Override
  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  @Override
  public Duration duration(String key) {
    return Duration.parse("PT" + text(key));
  }

  @Override
  public Path path(String key) {
    return home.resolve(text(key));
  }

  @Override
  public List<String> list(String key) {
    return ((List<?>) values.getOrDefault(key, List.of())).stream().map(Object::toString).toList();
  }
}
