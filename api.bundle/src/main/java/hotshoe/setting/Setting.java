package hotshoe.setting;

import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an extension says of one of its settings (row INM-49). Keep it in a constant, return it from
 * a {@link SettingProvider}, and read its value with {@link Settings#get(String, Setting)}:
 *
 * <pre>{@code
 * static final Setting<Long> RETAIN_DAYS =
 *     Setting.integer("retain_days").between(1, 365).defaulting(30L)
 *         .describedAs("How long bills are kept, in days.");
 * }</pre>
 *
 * <p>Immutable data. Whether name, type, Java type and default fit together is checked when the
 * setting is registered: what does not fit is refused there, with a {@link
 * hotshoe.problem.Problem}, and hurts nothing else of the extension.
 *
 * @param name a letter, then letters, digits, {@code _} and {@code -}; at most 100; unique over all
 *     extensions, whatever the case
 * @param type what it may be; bounds and choices are enforced
 * @param javaType the Java type of its values: that of the type's canonical form, or an enum whose
 *     constants are the choices
 * @param defaultValue the value when nobody sets it; empty for none
 * @param description one sentence or more
 * @param section for grouping, or empty
 * @param effects what a change brings about (row INM-52)
 * @param <T> the same as javaType, for the compiler
 */
public record Setting<T>(
    String name,
    Type type,
    Class<T> javaType,
    Optional<T> defaultValue,
    String description,
    String section,
    Set<Effect> effects) {

  /** What a change brings about, told to every {@link EnvironmentListener}. */
  public enum Effect {
    /** The model is compiled again. */
    RECOMPILE,
    /** That compile also updates its sources. */
    UPDATE_MODEL,
    /** What runs for the environment is restarted. */
    RESTART
  }

  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(javaType, "javaType");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(section, "section");
    effects = Set.copyOf(effects);
  }

  /** A setting of any type; the Java type is that of the type's canonical form. */
  public static <T> Setting<T> of(String name, Type type, Class<T> javaType) {
    return new Setting<>(name, type, javaType, Optional.empty(), "", "", Set.of());
  }

  /** Text. */
  public static Setting<String> text(String name) {
    return of(name, Type.text(), String.class);
  }

  /** A whole number of 64 bits. */
  public static Setting<Long> integer(String name) {
    return of(name, Type.integer(), Long.class);
  }

  /** A decimal number. */
  public static Setting<Double> decimal(String name) {
    return of(name, Type.decimal(), Double.class);
  }

  /** True or false. */
  public static Setting<Boolean> bool(String name) {
    return of(name, Type.bool(), Boolean.class);
  }

  /** A moment with its offset. */
  public static Setting<OffsetDateTime> dateTime(String name) {
    return of(name, Type.dateTime(), OffsetDateTime.class);
  }

  /** Text that is never shown. It is stored readable by the host's user only. */
  public static Setting<SecretText> secret(String name) {
    return of(name, Type.secret(), SecretText.class);
  }

  /** One of these texts. */
  public static Setting<String> choice(String name, String... values) {
    return of(name, Type.choice(values), String.class);
  }

  /** One of the constants of an enum, written as they are in Java. */
  public static <E extends Enum<E>> Setting<E> choice(String name, Class<E> constants) {
    String[] values =
        EnumSet.allOf(constants).stream().map(constant -> constant.name()).toArray(String[]::new);
    return of(name, Type.choice(values), constants);
  }

  /** A list of texts. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Setting<List<String>> texts(String name) {
    return (Setting) of(name, Type.listOf(Type.text()), List.class);
  }

  /** The same within bounds, both included; for whole and decimal numbers. */
  public Setting<T> between(long minimum, long maximum) {
    return type instanceof Type.Decimal
        ? typed(new Type.Decimal(minimum, maximum))
        : bounded(Type.Integer.class, new Type.Integer(minimum, maximum));
  }

  /** The same within bounds, both included; for decimal numbers. */
  public Setting<T> between(double minimum, double maximum) {
    return bounded(Type.Decimal.class, new Type.Decimal(minimum, maximum));
  }

  private Setting<T> bounded(Class<? extends Type> expected, Type other) {
    if (!expected.isInstance(type)) {
      throw new IllegalArgumentException(name + " is no number that takes such bounds");
    }
    return typed(other);
  }

  /** The same with another type of the same canonical form. */
  public Setting<T> typed(Type other) {
    return new Setting<>(name, other, javaType, defaultValue, description, section, effects);
  }

  /** The same with this default. */
  public Setting<T> defaulting(T value) {
    return new Setting<>(name, type, javaType, Optional.of(value), description, section, effects);
  }

  /** The same with this description. */
  public Setting<T> describedAs(String text) {
    return new Setting<>(name, type, javaType, defaultValue, text, section, effects);
  }

  /** The same in this section. */
  public Setting<T> in(String group) {
    return new Setting<>(name, type, javaType, defaultValue, description, group, effects);
  }

  /** The same, where a change brings this about. */
  public Setting<T> causing(Effect... all) {
    return new Setting<>(
        name, type, javaType, defaultValue, description, section, Set.copyOf(Arrays.asList(all)));
  }

  /** A canonical value in this setting's Java type. */
  public T read(Object canonical) {
    return javaType.cast(
        javaType.isEnum() && canonical instanceof String text ? constant(text) : canonical);
  }

  private Object constant(String text) {
    return Arrays.stream(javaType.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(javaType + " has no constant " + text));
  }

  /** A value of this setting's Java type in canonical form. */
  public Object canonical(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
