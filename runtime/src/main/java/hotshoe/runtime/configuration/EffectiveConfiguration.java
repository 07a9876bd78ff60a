package hotshoe.runtime.configuration;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The configuration as it holds: checked, typed, immutable. */
final class EffectiveConfiguration implements Configuration {

  private final Path home;
  private final SortedMap<String, Value> values;

  EffectiveConfiguration(Path home, Collection<Value> values) {
    this.home = home;
    SortedMap<String, Value> byKey = new TreeMap<>();
    values.forEach(value -> byKey.put(value.key(), value));
    this.values = Collections.unmodifiableSortedMap(byKey);
  }

  @Override
  public Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(Keys.canonical(key)));
  }

  @Override
  public List<Value> values() {
    return values.values().stream()
        .filter(value -> !value.key().startsWith(HostOptions.EXTENSIONS))
        .toList();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    String prefix = HostOptions.EXTENSIONS + Keys.canonical(extension.value()) + ".";
    return values.tailMap(prefix).values().stream()
        .takeWhile(value -> value.key().startsWith(prefix))
        .map(value -> relative(value, prefix))
        .toList();
  }

  private static Value relative(Value value, String prefix) {
    return new Value(
        value.key().substring(prefix.length()), value.value(), value.origin(), value.secret());
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
