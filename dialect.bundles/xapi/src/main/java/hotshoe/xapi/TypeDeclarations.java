package hotshoe.xapi;

import hotshoe.type.Fault;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The enums and records of a declaration, and the types that are written with them. */
final class TypeDeclarations {

  private static final int LARGEST = 10_000;

  private final Faults faults;
  private final Map<?, ?> enums;
  private final Map<?, ?> records;
  private final Map<String, Type> choices = new HashMap<>();
  private final Map<String, Type> made = new HashMap<>();
  private final Map<String, Long> weights = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  TypeDeclarations(Faults faults, Given declaration) {
    this.faults = faults;
    this.enums = declaration.map("enums");
    this.records = declaration.map("records");
  }

  /** Looks at all of them, also at those that nobody uses. */
  void check() {
    enums.keySet().forEach(name -> choice((String) name));
    records.keySet().forEach(name -> record((String) name));
  }

  /** The type written at a path; what it cannot be is a fault, and any value fits. */
  Type at(String path, String text) {
    return faults
        .read(path, () -> TypeNotation.parse(text, this::choice, this::record))
        .orElse(Type.any());
  }

  private Optional<Type> choice(String name) {
    return enums.containsKey(name)
        ? Optional.of(choices.computeIfAbsent(name, this::readChoice))
        : Optional.empty();
  }

  private Type readChoice(String name) {
    List<Type.Choice.Item> items = new ArrayList<>();
    Given.of(enums.get(name))
        .map("values")
        .forEach((value, doc) -> items.add(item((String) value, (Optional<?>) doc)));
    if (items.isEmpty()) {
      faults.add(Fault.path("enums", name), "has no values");
      return Type.any();
    }
    return new Type.Choice(Type.text(), items);
  }

  private static Type.Choice.Item item(String value, Optional<?> doc) {
    return new Type.Choice.Item(value, value, doc.map(String.class::cast).orElse("").strip());
  }

  /** A record that holds itself could never be written down. */
  private Optional<Type> record(String name) {
    if (!records.containsKey(name)) {
      return Optional.empty();
    }
    if (!open.add(name)) {
      throw new IllegalArgumentException("makes the record " + name + " hold itself");
    }
    try {
      Type type = made.containsKey(name) ? made.get(name) : readRecord(name);
      made.put(name, type);
      return Optional.of(type);
    } finally {
      open.remove(name);
    }
  }

  private Type readRecord(String name) {
    String path = Fault.path("records", name) + ".fields";
    List<Given> members = Given.of(records.get(name)).records("fields");
    faults.once(path, "name", members);
    Map<String, Field> fields = new LinkedHashMap<>();
    long weight = 1;
    for (int i = 0; i < members.size(); i++) {
      String member = path + "[" + i + "]";
      Type type = at(member + ".type", members.get(i).text("type"));
      weight += weight(type);
      Field field = faults.field(member, members.get(i), type);
      fields.putIfAbsent(field.name(), field);
    }
    if (weight > LARGEST) {
      faults.add(path, "holds more than " + LARGEST + " fields, with those of the records in it");
      return Type.any();
    }
    weights.put(name, weight);
    return new Type.Record(name, List.copyOf(fields.values()));
  }

  /** Records of records double with each level, so what they come to has a bound. */
  private long weight(Type type) {
    if (type instanceof Type.Record record) {
      return weights.get(record.name());
    }
    if (type instanceof Type.ListOf list) {
      return weight(list.element());
    }
    if (type instanceof Type.MapOf map) {
      return weight(map.value());
    }
    return type instanceof Type.Optional optional ? weight(optional.of()) : 1;
  }
}
