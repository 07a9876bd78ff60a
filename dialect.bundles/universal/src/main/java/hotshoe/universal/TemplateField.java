package hotshoe.universal;

import hotshoe.type.Field;
import java.util.List;
import java.util.Optional;

/**
 * A field of a template.
 *
 * @param field its name, its type without regard to who must give it, its default, label and hint
 * @param mapping what other fields and commands call it
 * @param output whether only the extension writes it
 * @param preserved whether what was written is there for the next run
 * @param required whether it must be given, if it is shown
 * @param requiredIfShown whether it must be given whenever it is shown
 * @param shownIf when it is shown; empty: always
 * @param requiredIf when it must be given besides
 * @param dynamic the mappings of what the extension is given when it is asked for the values, if it
 *     is
 */
record TemplateField(
    Field field,
    String mapping,
    boolean output,
    boolean preserved,
    boolean required,
    boolean requiredIfShown,
    Optional<Condition> shownIf,
    Optional<Condition> requiredIf,
    Optional<List<String>> dynamic) {
  TemplateField {
    dynamic = dynamic.map(List::copyOf);
  }

  /**
   * That another field has one of some values.
   *
   * @param mapping of the other field
   * @param values as they are written
   */
  record Condition(String mapping, List<String> values) {
    Condition {
      values = List.copyOf(values);
    }
  }

  /** What programs call it. */
  String name() {
    return field.name();
  }

  /** Whether nothing can be started without a value for it, which its default may be. */
  boolean isNeeded() {
    return required && shownIf.isEmpty();
  }
}
