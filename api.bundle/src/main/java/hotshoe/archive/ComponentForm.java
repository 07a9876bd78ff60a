package hotshoe.archive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One component of Declarative Services. Its class has one public constructor: first the services
 * it refers to, in their order, then its properties as a {@code Map<String, Object>}.
 *
 * @param name unique in the bundle; letters, digits, {@code _}, {@code -} and {@code .}
 * @param implementation the name of its class, which is in a package that the bundle imports
 * @param services the names of the interfaces it is registered under; empty: it is made at once and
 *     serves nobody
 * @param references the services it is given; it waits for each of them
 * @param properties text, Long, Double, Boolean, or a list of texts without line breaks
 */
public record ComponentForm(
    String name,
    String implementation,
    List<String> services,
    List<Reference> references,
    Map<String, Object> properties) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");
  private static final Pattern CLASS = Pattern.compile("[\\p{L}_$][\\p{L}\\p{Nd}_$.]*");

  /**
   * A service that a component is given.
   *
   * @param service the name of its interface
   * @param target which of them, as a filter, or empty for any
   */
  public record Reference(String service, String target) {
    public Reference {
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(target, "target");
      className(service);
    }

    /** Any service of this interface. */
    public Reference(String service) {
      this(service, "");
    }
  }

  /**
   * Refuses what could not be written.
   *
   * @throws IllegalArgumentException when a name or a property cannot be one
   */
  public ComponentForm {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a component: " + name);
    }
    className(implementation);
    services = List.copyOf(services);
    services.forEach(ComponentForm::className);
    references = List.copyOf(references);
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    properties.forEach(ComponentForm::property);
  }

  /** The file of the bundle that describes it. */
  public String file() {
    return "OSGI-INF/" + name + ".xml";
  }

  private static void className(String text) {
    if (!CLASS.matcher(text).matches()) {
      throw new IllegalArgumentException("not the name of a class: " + text);
    }
  }

  private static void property(String key, Object value) {
    boolean fits =
        value instanceof Long
            || value instanceof Double
            || value instanceof Boolean
            || (value instanceof String text && isWritable(text))
            || (value instanceof List<?> list && list.stream().allMatch(ComponentForm::isLine));
    if (key.isBlank() || !isWritable(key) || !fits) {
      throw new IllegalArgumentException("not a property of a component: " + key);
    }
  }

  private static boolean isLine(Object element) {
    return element instanceof String text
        && isWritable(text)
        && !text.isEmpty()
        && text.equals(text.trim())
        && text.chars().noneMatch(c -> c == '\n' || c == '\r');
  }

  /** XML has no way to say most control characters and half characters. */
  private static boolean isWritable(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c < 0xd800)
                    || (c >= 0xe000 && c < 0xfffe)
                    || c >= 0x10000);
  }
}
