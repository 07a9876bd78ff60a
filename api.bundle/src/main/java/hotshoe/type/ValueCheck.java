package hotshoe.type;

import hotshoe.problem.Nearest;
import hotshoe.type.Values.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One check of one value: walks type and value side by side, collects every fault, and never goes
 * deeper or wider than its bounds, so that hostile values cost little. What an input's own code
 * throws becomes a fault.
 */
final class ValueCheck {

  static final int DEEPEST = 64;
  static final int MOST_NODES = 2_000_000;
  static final int MOST_FAULTS = 100;

  private static final Type ANY = new Type.Any();
  private static final Type.ListOf ANY_LIST = Type.listOf(ANY);
  private static final Type.MapOf ANY_MAP = Type.mapOf(ANY);

  /** Stands for a value that has a fault, so that no caller mistakes it for one that is absent. */
  private static final Object FAULTY = new Object();

  private final Reading reading;
  private List<Fault> faults = List.of();
  private int nodes;

  ValueCheck(Reading reading) {
    this.reading = reading;
  }

  Checked check(Type type, Object input, String path) {
    Object value = read(type, input, new Place(path));
    return faults.isEmpty() ? new Checked.Valid(value) : new Checked.Invalid(faults);
  }

  private boolean isOver() {
    return nodes > MOST_NODES || faults.size() > MOST_FAULTS;
  }

  private Object read(Type type, Object input, Place place) {
    if (++nodes > MOST_NODES) {
      return nodes == MOST_NODES + 1 ? fault(place, "holds too many values") : FAULTY;
    }
    try {
      return readable(type, input, place);
    } catch (Unfit unfit) {
      return fault(place, unfit.getMessage());
    } catch (Throwable thrown) {
      return unreadable(place, thrown);
    }
  }

  private Object unreadable(Place place, Throwable thrown) {
    if (thrown instanceof VirtualMachineError grave && !(thrown instanceof StackOverflowError)) {
      throw grave;
    }
    String kind = thrown.getClass().getSimpleName();
    return fault(place, "cannot be read: its own code fails with " + kind);
  }

  private Object readable(Type type, Object input, Place place) throws Unfit {
    if (type instanceof Type.Optional optional) {
      return optional(optional, input, place);
    }
    if (input == null || input == NothingValue.NOTHING) {
      return absent(type, place);
    }
    if (type instanceof Type.Choice choice) {
      return choice(choice, input);
    }
    if (type instanceof Type.Record || type instanceof Type.ListOf || type instanceof Type.MapOf) {
      return structure(type, input, place);
    }
    if (type instanceof Type.Any) {
      return any(input, place);
    }
    return type instanceof Type.Nothing
        ? fault(place, "takes no value")
        : ScalarCheck.read(type, input, reading);
  }

  private Object absent(Type type, Place place) {
    return type instanceof Type.Any || type instanceof Type.Nothing
        ? NothingValue.NOTHING
        : fault(place, "is missing");
  }

  private Object structure(Type type, Object input, Place place) throws Unfit {
    if (place.depth() >= DEEPEST) {
      throw new Unfit("is nested deeper than " + DEEPEST + " levels");
    }
    if (type instanceof Type.Record record) {
      return record(record, input, place);
    }
    return type instanceof Type.ListOf list
        ? list(list, input, place)
        : map((Type.MapOf) type, input, place);
  }

  private Object optional(Type.Optional type, Object input, Place place) throws Unfit {
    Object inner = input instanceof Optional<?> optional ? optional.orElse(null) : input;
    if (inner == null
        || inner == NothingValue.NOTHING
        || (type.of() instanceof Type.Reference && ScalarCheck.isAbsentReference(inner))) {
      return Optional.empty();
    }
    return Optional.of(readable(type.of(), inner, place));
  }

  private Object list(Type.ListOf type, Object input, Place place) throws Unfit {
    Iterator<?> elements =
        Parts.elements(input, reading).orElseThrow(() -> new Unfit("is no list"));
    int size = Parts.size(input);
    List<Object> values = new ArrayList<>(Math.max(0, Math.min(size, 1000)));
    Place here = place.within();
    while (values.size() < type.maximumSize() && !isOver() && elements.hasNext()) {
      values.add(read(type.element(), elements.next(), here.at(values.size())));
    }
    if (type.unique()) {
      repeated(values, here);
    }
    checkSize(type, values.size(), elements, size, place);
    return Collections.unmodifiableList(values);
  }

  private void checkSize(Type.ListOf type, int read, Iterator<?> rest, int known, Place place) {
    if (isOver()) {
      return;
    }
    boolean more = read == type.maximumSize() && rest.hasNext();
    if (more || read < type.minimumSize()) {
      String size = known >= 0 ? "" + known : more ? "more than " + read : "" + read;
      fault(
          place,
          "has "
              + size
              + " elements; "
              + sizes(type.minimumSize(), type.maximumSize())
              + " are allowed");
    }
  }

  private static String sizes(int minimum, int maximum) {
    return maximum == Integer.MAX_VALUE ? "at least " + minimum : minimum + " to " + maximum;
  }

  private void repeated(List<Object> values, Place here) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i) instanceof Double number && number == 0 ? 0.0 : values.get(i);
      if (value != FAULTY && !seen.add(value)) {
        fault(here.at(i), "is there already");
      }
    }
  }

  private Object map(Type.MapOf type, Object input, Place place) throws Unfit {
    Map<?, ?> entries = Parts.entries(input, reading).orElseThrow(() -> new Unfit("is no map"));
    Map<Object, Object> values = new LinkedHashMap<>();
    Place here = place.within();
    int count = 0;
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (isOver()) {
        break;
      }
      count++;
      here.at(entry.getKey());
      Object key = key(type.key(), entry.getKey(), here);
      Object value = read(type.value(), entry.getValue(), here);
      if (key != FAULTY && values.put(key, value) != null) {
        fault(here, "is there already");
      }
    }
    if (!isOver() && (count < type.minimumSize() || count > type.maximumSize())) {
      String sizes = sizes(type.minimumSize(), type.maximumSize());
      fault(place, "has " + count + " entries; " + sizes + " are allowed");
    }
    return Collections.unmodifiableMap(values);
  }

  /** Keys are texts in every format, so they are always read leniently. */
  private Object key(Type type, Object key, Place here) {
    try {
      if (key == null) {
        throw new Unfit("null is no key");
      }
      return type instanceof Type.Choice choice
          ? choice(choice, key, Reading.LENIENT)
          : ScalarCheck.read(type, key, Reading.LENIENT);
    } catch (Unfit unfit) {
      return fault(here, "is not a key that is allowed here: " + unfit.getMessage());
    }
  }

  private Object record(Type.Record type, Object input, Place place) throws Unfit {
    Map<?, ?> given =
        Parts.entries(input, reading)
            .orElseThrow(() -> new Unfit("is no record of " + type.name()));
    List<Field> fields = type.fields();
    Map<String, Object> values = new LinkedHashMap<>(fields.size() * 2);
    Place here = place.within();
    int known = 0;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Object part = given.get(field.name());
      if (part != null || given.containsKey(field.name())) {
        known++;
      }
      values.put(field.name(), field(field, part, here.at(field.name())));
    }
    if (given.size() != known) {
      unknown(type, given, here);
    }
    return Collections.unmodifiableMap(values);
  }

  private Object field(Field field, Object input, Place here) {
    boolean isAbsent = input == null || input == NothingValue.NOTHING;
    return isAbsent && field.defaultValue().isPresent()
        ? field.defaultValue().get()
        : read(field.type(), input, here);
  }

  private void unknown(Type.Record type, Map<?, ?> given, Place here) {
    List<String> known = type.fields().stream().map(Field::name).toList();
    for (Object key : given.keySet()) {
      if (isOver()) {
        return;
      }
      nodes++;
      if (!known.contains(key)) {
        String near = key instanceof String text ? Nearest.to(text, known) : "";
        fault(
            here.at(key),
            near.isEmpty() ? "is not known here" : "is not known here; did you mean " + near + "?");
      }
    }
  }

  private Object choice(Type.Choice type, Object input) throws Unfit {
    return choice(type, input, reading);
  }

  private static Object choice(Type.Choice type, Object input, Reading reading) throws Unfit {
    Object value = ScalarCheck.read(type.of(), input, reading);
    Object alike = FAULTY;
    for (Type.Choice.Item item : type.items()) {
      if (item.value().equals(value)) {
        return item.value();
      }
      if (reading == Reading.LENIENT
          && value instanceof String text
          && text.equalsIgnoreCase(item.value().toString())) {
        alike = alike == FAULTY ? item.value() : value;
      }
    }
    if (alike == FAULTY || alike.equals(value)) {
      throw new Unfit(Shown.of(value) + " is not one of " + allowed(type, value));
    }
    return alike;
  }

  private static String allowed(Type.Choice type, Object value) {
    List<String> all = type.items().stream().map(item -> Shown.of(item.value())).toList();
    String first = String.join(", ", all.subList(0, Math.min(all.size(), 10)));
    String rest = all.size() > 10 ? " and " + (all.size() - 10) + " more" : "";
    String near = value instanceof String text ? Nearest.to("'" + text + "'", all) : "";
    return first + rest + (near.isEmpty() ? "" : "; did you mean " + near + "?");
  }

  private Object any(Object input, Place place) throws Unfit {
    if (input instanceof Map<?, ?>) {
      return structure(ANY_MAP, input, place);
    }
    if (input instanceof Iterable<?> || Parts.isArray(input)) {
      return structure(ANY_LIST, input, place);
    }
    return ScalarCheck.any(input);
  }

  private Object fault(Place place, String message) {
    if (faults.isEmpty()) {
      faults = new ArrayList<>();
    }
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(place.path(), message));
    } else if (faults.size() == MOST_FAULTS) {
      faults.add(new Fault("", "and more"));
    }
    return FAULTY;
  }
}
