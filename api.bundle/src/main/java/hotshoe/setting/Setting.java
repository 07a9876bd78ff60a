package hotshoe.setting;

import hotshoe.extension.ExtensionName;
import hotshoe.type.Type;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A declared setting (row INM-49).
 *
 * @param owner the extension that declares it
 * @param name unique over all extensions
 * @param type what it may be; bounds and choices are enforced
 * @param defaultValue the canonical value when nobody sets it
 * @param description what it does
 * @param section for grouping, or empty
 * @param effects what a change triggers (row INM-52)
 * @param javaType the Java type of the canonical value
 * @param <T> the same, for the compiler
 */
public record Setting<T>(
    ExtensionName owner,
    String name,
    Type type,
    Optional<T> defaultValue,
    String description,
    String section,
    Set<Effect> effects,
    Class<T> javaType) {

  /** What a change triggers, told to {@link EnvironmentListener}s. */
  public enum Effect {
    /** The model is compiled again. */
    RECOMPILE,
    /** That compile also updates its sources. */
    UPDATE_MODEL,
    /** What runs for the environment is restarted. */
    RESTART
  }

  public Setting {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(section, "section");
    effects = Set.copyOf(effects);
    Objects.requireNonNull(javaType, "javaType");
  }

  /** A setting without section and effects. */
  public static <T> Setting<T> of(
      String owner, String name, Type type, Class<T> javaType, T defaultValue, String description) {
    return new Setting<>(
        new ExtensionName(owner),
        name,
        type,
        Optional.of(defaultValue),
        description,
        "",
        Set.of(),
        javaType);
  }
}
