package hotshoe.type;

import hotshoe.problem.Nearest;
import hotshoe.type.Values.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One check of one value: walks type and value side by side, collects every fault, and never goes
 * deeper or wider than its bounds, so that hostile values cost little.
 */
final class ValueCheck {

  static final int DEEPEST = 64;
  static final int MOST_NODES = 2_000_000;
  static final int MOST_FAULTS = 100;

  /** Stands for a value that has a fault, so that no caller mistakes it for one that is absent. */
  private static final Object FAULTY = new Object();

  private final ScalarCheck scalars;
  private final Reading reading;
  private final List<Fault> faults = new ArrayList<>();
  private int nodes;

  ValueCheck(Reading reading) {
    this.reading = reading;
    this.scalars = new ScalarCheck(reading);
  }

  Checked check(Type type, Object input, String path) {
    Object value = read(type, input, path, 0);
    return faults.isEmpty() ? new Checked.Valid(value) : new Checked.Invalid(faults);
  }

  private Object read(Type type, Object input, String path, int depth) {
    if (depth > DEEPEST) {
      return fault(path, "is nested deeper than " + DEEPEST + " levels");
    }
    if (++nodes > MOST_NODES) {
      return nodes == MOST_NODES + 1 ? fault(path, "holds too many values") : FAULTY;
    }
    if (type instanceof Type.Optional optional) {
      return optional(optional, input, path, depth);
    }
    if (type instanceof Type.Any) {
      return any(input, path, depth);
    }
    if (type instanceof Type.Nothing) {
      return input == null || input == NothingValue.NOTHING
          ? NothingValue.NOTHING
          : fault(path, "takes no value");
    }
    if (input == null || input == NothingValue.NOTHING) {
      return fault(path, "is missing");
    }
    return present(type, input, path, depth);
  }

  private Object present(Type type, Object input, String path, int depth) {
    if (type instanceof Type.ListOf list) {
      return list(list, input, path, depth);
    }
    if (type instanceof Type.MapOf map) {
      return map(map, input, path, depth);
    }
    if (type instanceof Type.Record record) {
      return record(record, input, path, depth);
    }
    if (type instanceof Type.Choice choice) {
      return choice(choice, input, path, depth);
    }
    try {
      return scalars.read(type, input);
    } catch (ScalarCheck.Unfit unfit) {
      return fault(path, unfit.getMessage());
    }
  }

  private Object optional(Type.Optional type, Object input, String path, int depth) {
    Object inner = input instanceof Optional<?> optional ? optional.orElse(null) : input;
    if (inner == null || inner == NothingValue.NOTHING) {
      return Optional.empty();
    }
    return Optional.of(read(type.of(), inner, path, depth + 1));
  }

  private Object list(Type.ListOf type, Object input, String path, int depth) {
    Optional<List<Object>> elements = elements(input);
    if (elements.isEmpty()) {
      return fault(path, "is no list");
    }
    int size = elements.get().size();
    if (size < type.minimumSize() || size > type.maximumSize()) {
      return fault(path, "has " + size + " elements; " + sizes(type) + " are allowed");
    }
    List<Object> values = new ArrayList<>(Math.min(size, MOST_NODES));
    for (int i = 0; i < size && nodes <= MOST_NODES; i++) {
      values.add(read(type.element(), elements.get().get(i), path + "[" + i + "]", depth + 1));
    }
    if (type.unique()) {
      repeated(values, path);
    }
    return Collections.unmodifiableList(values);
  }

  private static String sizes(Type.ListOf type) {
    return type.maximumSize() == Integer.MAX_VALUE
        ? "at least " + type.minimumSize()
        : type.minimumSize() + " to " + type.maximumSize();
  }

  private void repeated(List<Object> values, String path) {
    Set<Object> seen = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != FAULTY && !seen.add(values.get(i))) {
        fault(path + "[" + i + "]", "is there already");
      }
    }
  }

  private Optional<List<Object>> elements(Object input) {
    if (input instanceof Object[] array) {
      return Optional.of(java.util.Arrays.asList(array));
    }
    if (input instanceof Iterable<?> iterable) {
      List<Object> elements = new ArrayList<>();
      for (Object element : iterable) {
        if (elements.size() > MOST_NODES) {
          break;
        }
        elements.add(element);
      }
      return Optional.of(elements);
    }
    if (input instanceof CharSequence text && reading == Reading.LENIENT) {
      return Optional.of(parts(text.toString()));
    }
    return Optional.empty();
  }

  private static List<Object> parts(String text) {
    List<Object> parts = new ArrayList<>();
    for (String part : text.split(",")) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }

  private Object map(Type.MapOf type, Object input, String path, int depth) {
    Optional<Map<?, ?>> entries = entries(input);
    if (entries.isEmpty()) {
      return fault(path, "is no map");
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.get().entrySet()) {
      if (nodes > MOST_NODES) {
        break;
      }
      String at = below(path, ScalarCheck.named(entry.getKey()));
      Object key = new KeyCheck(type.key()).read(entry.getKey()).orElse(FAULTY);
      Object value = read(type.value(), entry.getValue(), at, depth + 1);
      if (key == FAULTY) {
        fault(at, "is not a key that is allowed here");
      } else if (values.put(key, value) != null) {
        fault(at, "is there already");
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private Optional<Map<?, ?>> entries(Object input) {
    if (input instanceof Map<?, ?> map) {
      return Optional.of(map);
    }
    if (input instanceof CharSequence text && reading == Reading.LENIENT) {
      Map<String, String> entries = new LinkedHashMap<>();
      for (Object part : parts(text.toString())) {
        int equals = part.toString().indexOf('=');
        if (equals < 0) {
          return Optional.empty();
        }
        entries.put(part.toString().substring(0, equals), part.toString().substring(equals + 1));
      }
      return Optional.of(entries);
    }
    return Optional.empty();
  }

  private Object record(Type.Record type, Object input, String path, int depth) {
    if (!(input instanceof Map<?, ?> given)) {
      return fault(path, "is no record of " + type.name());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      values.put(field.name(), field(field, given, path, depth));
    }
    unknown(type, given, path);
    return Collections.unmodifiableMap(values);
  }

  private Object field(Field field, Map<?, ?> given, String path, int depth) {
    Object input = given.get(field.name());
    if (input == null && field.defaultValue().isPresent()) {
      return field.defaultValue().get();
    }
    return read(field.type(), input, below(path, field.name()), depth + 1);
  }

  private void unknown(Type.Record type, Map<?, ?> given, String path) {
    List<String> known = type.fields().stream().map(Field::name).toList();
    for (Object key : given.keySet()) {
      if (!known.contains(key)) {
        String near = key instanceof String text ? Nearest.to(text, known) : "";
        fault(
            below(path, ScalarCheck.named(key)),
            near.isEmpty() ? "is not known here" : "is not known here; did you mean " + near + "?");
      }
    }
  }

  private Object choice(Type.Choice type, Object input, String path, int depth) {
    Object value = read(type.of(), input, path, depth + 1);
    if (value == FAULTY || type.items().stream().anyMatch(item -> item.value().equals(value))) {
      return value;
    }
    List<String> shown = type.items().stream().map(i -> ScalarCheck.shown(i.value())).toList();
    String allowed = String.join(", ", shown.subList(0, Math.min(shown.size(), 10)));
    return fault(
        path,
        ScalarCheck.shown(value)
            + " is not one of "
            + allowed
            + (shown.size() > 10 ? " and " + (shown.size() - 10) + " more" : ""));
  }

  private Object any(Object input, String path, int depth) {
    if (input == null || input == NothingValue.NOTHING) {
      return NothingValue.NOTHING;
    }
    if (input instanceof Map<?, ?>) {
      return map(Type.mapOf(new Type.Any()), input, path, depth);
    }
    if (input instanceof Iterable<?> || input instanceof Object[]) {
      return list(Type.listOf(new Type.Any()), input, path, depth);
    }
    try {
      return scalars.any(input);
    } catch (ScalarCheck.Unfit unfit) {
      return fault(path, unfit.getMessage());
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Object fault(String path, String message) {
    if (faults.size() < MOST_FAULTS) {
      String bounded = message.length() > 300 ? message.substring(0, 297) + "..." : message;
      faults.add(new Fault(path.length() > 500 ? path.substring(0, 500) : path, bounded));
    } else if (faults.size() == MOST_FAULTS) {
      faults.add(new Fault("", "and more"));
    }
    return FAULTY;
  }
}
