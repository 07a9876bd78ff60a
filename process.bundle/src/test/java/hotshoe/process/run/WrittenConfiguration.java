package hotshoe.process.run;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration as an operator would have written it. */
public final class WrittenConfiguration implements Configuration {

  private final Map<String, Object> written = new LinkedHashMap<>();

  /** The options of this room with short times, and their data in this folder. */
  public WrittenConfiguration(Path data) {
    with("data", data.toString());
    with("processes.max", 64L);
    with("processes.queue", 1000L);
    with("processes.limit", "60S");
    with("processes.grace", "1S");
    with("processes.path", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
  }

  /** The same with one more line. */
  public WrittenConfiguration with(String key, Object value) {
    written.put(key, value);
    return this;
  }

  @Override
  public Optional<Value> find(String key) {
    return Optional.ofNullable(written.get(key))
        .map(value -> new Value(key, value, new Origin.Program(), false));
  }

  @Override
  public List<Value> values() {
    return written.keySet().stream().flatMap(key -> find(key).stream()).toList();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    return List.of();
  }

  private Object required(String key) {
    return find(key).orElseThrow(() -> new AssertionError("not written: " + key)).value();
  }

  @Override
  public String text(String key) {
    return required(key).toString();
  }

  @Override
  public long number(String key) {
    return (Long) required(key);
  }

  @Override
  public boolean flag(String key) {
    return (Boolean) required(key);
  }

  @Override
  public Duration duration(String key) {
    return Duration.parse("PT" + required(key));
  }

  @Override
  public Path path(String key) {
    return Path.of(text(key)).toAbsolutePath();
  }

  @Override
  public List<String> list(String key) {
    return find(key).stream()
        .flatMap(value -> ((List<?>) value.value()).stream())
        .map(Object::toString)
        .toList();
  }
}
