package hotshoe.runtime.configuration;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** Whether anything is set for features. */
  public boolean hasFeatures() {
    return free.all().stream().anyMatch(value -> value.key().startsWith(HostOptions.FEATURES));
  }

  /**
   * One problem for each value that is set for an extension or a feature that is not there.
   *
   * @param extensions who is installed
   * @param features every feature that is declared, as {@code <slice>.<feature>}
   * @param undeclared those of the extensions whose slices are not up, and so declare none
   */
  public List<Problem> unclaimed(
      Collection<ExtensionName> extensions,
      Collection<String> features,
      Collection<ExtensionName> undeclared) {
    List<String> prefixes = new ArrayList<>();
    extensions.forEach(name -> prefixes.add(HostOptions.EXTENSIONS + canonical(name) + "."));
    undeclared.forEach(name -> prefixes.add(HostOptions.FEATURES + canonical(name) + "."));
    List<String> keys =
        features.stream().map(name -> HostOptions.FEATURES + Keys.canonical(name)).toList();
    return free.unclaimed(prefixes, keys).stream()
        .map(value -> unclaimed(value, extensions, keys))
        .toList();
  }

  private static String canonical(ExtensionName name) {
    return Keys.canonical(name.value());
  }

  private static Problem unclaimed(
      Value value, Collection<ExtensionName> extensions, List<String> features) {
    boolean isFeature = value.key().startsWith(HostOptions.FEATURES);
    String known =
        extensions.stream().map(ExtensionName::value).sorted().collect(Collectors.joining(", "));
    String near = isFeature ? Nearest.to(value.key(), features) : "";
    return Problem.warning("HS-CONFIG-010", "nobody takes '" + value.key() + "'")
        .at(value.origin().toString())
        .because(
            isFeature
                ? "no slice that is up has such a feature"
                : "no extension of that name is installed"
                    + (known.isEmpty() ? "" : "; installed are: " + known))
        .advising(
            near.isEmpty()
                ? "correct the name; it is used once there is somebody to take it"
                : "did you mean '" + near + "'?");
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
