package hotshoe.core.operation;

import hotshoe.operation.Parameter;
import hotshoe.type.BytesValue;
import hotshoe.type.Field;
import hotshoe.type.Ref;
import hotshoe.type.SecretText;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds our type for a Java type. Throws IllegalArgumentException in words for others. */
final class JavaTypes {

  private static final Map<Class<?>, Type> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Type.text()),
          Map.entry(long.class, Type.integer()),
          Map.entry(Long.class, Type.integer()),
          Map.entry(double.class, Type.decimal()),
          Map.entry(Double.class, Type.decimal()),
          Map.entry(boolean.class, Type.bool()),
          Map.entry(Boolean.class, Type.bool()),
          Map.entry(OffsetDateTime.class, Type.dateTime()),
          Map.entry(SecretText.class, Type.secret()),
          Map.entry(Ref.class, Type.reference("")),
          Map.entry(BytesValue.class, new Type.Bytes(Integer.MAX_VALUE)),
          Map.entry(void.class, Type.nothing()),
          Map.entry(Void.class, Type.nothing()),
          Map.entry(Object.class, Type.any()));

  /** Records that are being read, so that one that holds itself is found out. */
  private final Set<Class<?>> open = new LinkedHashSet<>();

  /** The type of a parameter or a record's component, as narrowed by its annotation. */
  JavaType of(java.lang.reflect.Type java, Optional<Parameter> narrowed) {
    JavaType found = of(java);
    return narrowed.isPresent()
        ? new JavaType(Narrowing.of(found.type(), narrowed.get()), found.toJava(), found.toPlain())
        : found;
  }

  JavaType of(java.lang.reflect.Type java) {
    if (java instanceof Class<?> type) {
      return ofClass(type);
    }
    if (java instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    throw unfit(java);
  }

  private static IllegalArgumentException unfit(java.lang.reflect.Type java) {
    return new IllegalArgumentException(
        "values of the Java type " + java.getTypeName() + " cannot be carried by all formats");
  }

  private JavaType ofClass(Class<?> type) {
    Type simple = SIMPLE.get(type);
    if (simple != null) {
      return JavaType.same(simple);
    }
    if (type == int.class || type == Integer.class) {
      return new JavaType(
          Type.integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
          value -> ((Long) value).intValue(),
          value -> value);
    }
    if (type.isEnum()) {
      return ofEnum(type);
    }
    if (type.isRecord()) {
      return ofRecord(type);
    }
    throw unfit(type);
  }

  private static JavaType ofEnum(Class<?> type) {
    Map<Object, Object> byName = new LinkedHashMap<>();
    List<Type.Choice.Item> items = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      byName.put(name, constant);
      items.add(new Type.Choice.Item(name, constant.toString(), ""));
    }
    return new JavaType(
        new Type.Choice(Type.text(), items),
        byName::get,
        value -> value instanceof Enum<?> constant ? constant.name() : value);
  }

  private JavaType ofGeneric(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    java.lang.reflect.Type[] arguments = generic.getActualTypeArguments();
    if (raw == Optional.class) {
      return optional(of(arguments[0]));
    }
    if (raw == List.class || raw == Collection.class) {
      return list(of(arguments[0]));
    }
    if (raw == Set.class) {
      return set(of(arguments[0]));
    }
    if (raw == Map.class) {
      return map(of(arguments[0]), of(arguments[1]));
    }
    throw unfit(generic);
  }

  private static JavaType optional(JavaType inner) {
    return new JavaType(
        Type.optional(inner.type()),
        value -> ((Optional<?>) value).map(inner.toJava()::of),
        value -> value instanceof Optional<?> some ? some.map(inner.toPlain()::of) : value);
  }

  private static JavaType list(JavaType element) {
    return new JavaType(
        Type.listOf(element.type()),
        value -> ((List<?>) value).stream().map(element.toJava()::of).toList(),
        value -> plainList(element, value));
  }

  private static JavaType set(JavaType element) {
    return new JavaType(
        new Type.ListOf(element.type(), 0, Integer.MAX_VALUE, true),
        value -> {
          Set<Object> all = new LinkedHashSet<>();
          ((List<?>) value).forEach(item -> all.add(element.toJava().of(item)));
          return all;
        },
        value -> plainList(element, value));
  }

  private static Object plainList(JavaType element, Object value) {
    List<Object> plain = new ArrayList<>();
    for (Object item : (Collection<?>) value) {
      plain.add(item == null ? null : element.toPlain().of(item));
    }
    return plain;
  }

  private static JavaType map(JavaType key, JavaType value) {
    return new JavaType(
        Type.mapOf(key.type(), value.type()),
        canonical -> entries(canonical, key.toJava(), value.toJava()),
        java -> entries(java, key.toPlain(), value.toPlain()));
  }

  private static Map<Object, Object> entries(
      Object map, JavaType.Conversion key, JavaType.Conversion value) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((k, v) -> entries.put(key.of(k), v == null ? null : value.of(v)));
    return entries;
  }

  private JavaType ofRecord(Class<?> type) {
    if (!open.add(type)) {
      throw new IllegalArgumentException("the record " + type.getSimpleName() + " holds itself");
    }
    try {
      List<JavaType> parts = new ArrayList<>();
      List<Field> fields = new ArrayList<>();
      for (var component : type.getRecordComponents()) {
        JavaType part = of(component.getGenericType(), annotation(component));
        parts.add(part);
        fields.add(Narrowing.field(component.getName(), part.type(), annotation(component)));
      }
      RecordForm form = RecordForm.of(type, fields, parts);
      return new JavaType(
          new Type.Record(type.getSimpleName(), fields), form::toJava, form::toPlain);
    } finally {
      open.remove(type);
    }
  }

  static Optional<Parameter> annotation(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Parameter.class));
  }

  /** What an annotation adds to a type. */
  static final class Narrowing {

    private Narrowing() {}

    static Type of(Type type, Parameter by) {
      if (type instanceof Type.Optional optional) {
        return Type.optional(of(optional.of(), by));
      }
      if (type instanceof Type.ListOf list) {
        return new Type.ListOf(
            of(list.element(), by), list.minimumSize(), list.maximumSize(), list.unique());
      }
      if (type instanceof Type.Integer integer) {
        return integer(integer, by);
      }
      if (type instanceof Type.Decimal) {
        refuse(by.choices().length > 0 || by.format() != TextFormat.PLAIN, "a number");
        return Type.decimal(by.minimum(), by.maximum());
      }
      if (type instanceof Type.Text) {
        return text(by);
      }
      refuse(
          by.choices().length > 0 || by.format() != TextFormat.PLAIN || isBounded(by),
          "a value of this type");
      return type;
    }

    private static Type integer(Type.Integer type, Parameter by) {
      refuse(by.choices().length > 0 || by.format() != TextFormat.PLAIN, "a number");
      return isBounded(by)
          ? Type.integer(
              Math.max(type.minimum(), (long) Math.ceil(by.minimum())),
              Math.min(type.maximum(), (long) Math.floor(by.maximum())))
          : type;
    }

    private static Type text(Parameter by) {
      refuse(isBounded(by), "a text");
      Type text = Type.text(by.format());
      return by.choices().length == 0
          ? text
          : new Type.Choice(text, Arrays.stream(by.choices()).map(Type.Choice.Item::of).toList());
    }

    private static boolean isBounded(Parameter by) {
      return by.minimum() > -Double.MAX_VALUE || by.maximum() < Double.MAX_VALUE;
    }

    private static void refuse(boolean unfit, String what) {
      if (unfit) {
        throw new IllegalArgumentException(what + " cannot be narrowed in this way");
      }
    }

    /** The field of a name, type and annotation. */
    static Field field(String name, Type type, Optional<Parameter> by) {
      String named = by.map(Parameter::name).filter(n -> !n.isEmpty()).orElse(name);
      Optional<Object> initial =
          by.map(Parameter::defaultValue)
              .filter(text -> !text.equals(Parameter.NONE))
              .map(text -> initial(named, type, text));
      return new Field(named, type, initial, "", by.map(Parameter::description).orElse(""));
    }

    private static Object initial(String name, Type type, String text) {
      var checked = hotshoe.type.Values.check(type, text, hotshoe.type.Values.Reading.LENIENT, "");
      if (checked instanceof hotshoe.type.Checked.Invalid invalid) {
        throw new IllegalArgumentException("the default of " + name + ": " + invalid.faults());
      }
      return ((hotshoe.type.Checked.Valid) checked).value();
    }
  }
}
