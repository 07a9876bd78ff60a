package hotshoe.form;

import hotshoe.operation.OperationDescription;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person fills in to call an operation: a widget for each parameter, with the rules that can
 * be looked at before it is sent (row CS-69). Every door that shows forms shows this one.
 * Immutable.
 *
 * @param operation its whole name
 * @param title what stands above the form
 * @param description what it does
 * @param resourceKind the kind of resource to be chosen as well; empty when it acts on none
 * @param fields in order
 */
public record Form(
    String operation,
    String title,
    String description,
    Optional<String> resourceKind,
    List<FormField> fields) {

  public Form {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(resourceKind, "resourceKind");
    fields = List.copyOf(fields);
  }

  /** The form of an operation. */
  public static Form of(OperationDescription operation) {
    return new Form(
        operation.name().toString(),
        operation.title(),
        operation.description(),
        operation.resourceKind(),
        operation.parameters().stream().map(FormFields::of).toList());
  }

  /**
   * What is sent for what was filled in: blank answers are left out.
   *
   * @param answers by name, as they were written; other names are kept as they are
   * @param zone of who gave them
   */
  public Map<String, String> sent(Map<String, String> answers, ZoneId zone) {
    Map<String, String> sent = new LinkedHashMap<>(answers);
    fields.forEach(
        field -> {
          sent.remove(field.name());
          field
              .sent(answers.getOrDefault(field.name(), ""), zone)
              .ifPresent(value -> sent.put(field.name(), value));
        });
    return sent;
  }

  /** All of it as plain values, for JSON. */
  public Map<String, Object> document() {
    return FormDocument.of(this);
  }
}
