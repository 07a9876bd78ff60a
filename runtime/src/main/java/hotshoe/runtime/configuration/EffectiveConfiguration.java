package hotshoe.runtime.configuration;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The configuration as it holds: checked, typed, immutable. */
public final class EffectiveConfiguration implements Configuration {

  private final Path home;
  private final Map<String, Value> values;
  private final FreeValues free;

  EffectiveConfiguration(Path home, Map<String, Value> values, FreeValues free) {
    this.home = home;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.free = free;
  }

  /** The folder at which relative paths start. */
  public Path home() {
    return home;
  }

  @Override
  public Optional<Value> find(String key) {
    String canonical = Keys.canonical(key);
    return HostOptions.isFree(canonical)
        ? free.find(canonical)
        : Optional.ofNullable(values.get(canonical));
  }

  @Override
  public List<Value> values() {
    List<Value> all = new ArrayList<>(values.values());
    free.all().stream()
        .filter(value -> value.key().startsWith(HostOptions.FEATURES))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** What is set for extensions, under the most likely keys: for people, not for programs. */
  public List<Value> valuesForExtensions() {
    return free.all().stream()
        .filter(value -> value.key().startsWith(HostOptions.EXTENSIONS))
        .toList();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    return free.of(extension);
  }

  @Override
  public String text(String key) {
    return required(key).value().toString();
  }

  @Override
  public long number(String key) {
    return (Long) required(key).value();
  }

  @Override
  public boolean flag(String key) {
    return (Boolean) required(key).value();
  }

  @Override
  public Duration duration(String key) {
    return OptionType.duration(text(key));
  }

  @Override
  public Path path(String key) {
    return home.resolve(text(key)).toAbsolutePath().normalize();
  }

  @Override
  public List<String> list(String key) {
    return find(key)
        .map(value -> ((List<?>) value.value()).stream().map(Object::toString).toList())
        .orElse(List.of());
  }

  private Value required(String key) {
    return find(key)
        .orElseThrow(() -> new NoSuchElementException("no such option, or it is unset: " + key));
  }
}
