package hotshoe.core.setting;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which settings there are. The first to come keeps a name that two declare; when it goes, the
 * second takes its place. Readers see one whole picture, which is replaced in one step.
 */
final class SettingCatalogue {

  /**
   * What one provider declares.
   *
   * @param owner whose they are
   * @param provider who declares them
   * @param settings what it declares
   */
  record Bundle(ExtensionName owner, SettingProvider provider, List<Setting<?>> settings) {
    Bundle {
      settings = List.copyOf(settings);
    }
  }

  private record Picture(Map<String, Declared> byName, List<Problem> problems) {
    Picture {
      byName = Collections.unmodifiableMap(byName);
      problems = List.copyOf(problems);
    }
  }

  private final Map<Object, Bundle> arrived = new LinkedHashMap<>();
  private volatile Picture picture = new Picture(Map.of(), List.of());

  /** Takes a provider's settings in; returns the problems that this has brought about. */
  synchronized List<Problem> add(Object key, Bundle bundle) {
    arrived.put(key, bundle);
    return draw();
  }

  /** Takes a provider's settings out; returns the problems that this has brought about. */
  synchronized List<Problem> remove(Object key) {
    arrived.remove(key);
    return draw();
  }

  private List<Problem> draw() {
    Map<String, Declared> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Problem> problems = new ArrayList<>();
    for (Bundle bundle : arrived.values()) {
      bundle.settings().forEach(setting -> take(setting, bundle, byName, problems));
    }
    List<Problem> added = new ArrayList<>(problems);
    added.removeAll(picture.problems());
    picture = new Picture(byName, problems);
    return added;
  }

  private static void take(
      Setting<?> setting, Bundle bundle, Map<String, Declared> byName, List<Problem> problems) {
    Declared declared = new Declared(setting, bundle.owner(), bundle.provider());
    Optional<String> fault = Fitness.fault(declared);
    if (fault.isPresent()) {
      Class<?> where = bundle.provider().getClass();
      problems.add(SettingProblems.unfit(setting.name(), bundle.owner(), where, fault.get()));
      return;
    }
    Declared first = byName.putIfAbsent(setting.name(), declared);
    if (first != null) {
      problems.add(SettingProblems.clash(setting.name(), first.owner(), bundle.owner()));
    }
  }

  /** All settings, by name. */
  Collection<Declared> all() {
    return picture.byName().values();
  }

  /** The setting of this name, or of {@code <extension>.<name>}, whatever the case. */
  Optional<Declared> find(String name) {
    Map<String, Declared> byName = picture.byName();
    Declared found = byName.get(name.substring(name.lastIndexOf('.') + 1));
    return Optional.ofNullable(found)
        .filter(it -> name.indexOf('.') < 0 || it.key().equalsIgnoreCase(name));
  }

  /** The setting whose values stand under this key. */
  Optional<Declared> byKey(String key) {
    return find(key).filter(declared -> key.indexOf('.') >= 0);
  }

  /** What is wrong with what is declared now. */
  List<Problem> problems() {
    return picture.problems();
  }

  /** Whether a secret may come out of a value of this type. */
  static boolean isSecret(Type type) {
    if (type instanceof Type.Secret || type instanceof Type.Any) {
      return type instanceof Type.Secret;
    }
    if (type instanceof Type.ListOf list) {
      return isSecret(list.element());
    }
    if (type instanceof Type.MapOf map) {
      return isSecret(map.value());
    }
    if (type instanceof Type.Record record) {
      return record.fields().stream().anyMatch(field -> isSecret(field.type()));
    }
    return type instanceof Type.Optional optional && isSecret(optional.of());
  }

  /** What is shown in place of a secret. */
  static Object starred(Object value) {
    if (value instanceof SecretText secret) {
      return SecretText.of(secret.toString());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SettingCatalogue::starred).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, starred(item)));
      return Collections.unmodifiableMap(copy);
    }
    return value instanceof Optional<?> optional ? optional.map(SettingCatalogue::starred) : value;
  }
}
