package hotshoe.core.operation;

import hotshoe.operation.OperationDescription;

/**
 * What people read at the end of a call (row CS-48).
 *
 * @param text with every variable filled in but the resource's name
 * @param named whether the resource's name is to be filled in
 */
record Sentence(String text, boolean named) {

  private static final String RESOURCE = "{{resourceName}}";

  static Sentence ofSuccess(OperationDescription of) {
    return of(of, of.messages().success(), "Successfully completed {{actionName}}");
  }

  static Sentence ofFailure(OperationDescription of) {
    return of(of, of.messages().failure(), "Failed to complete {{actionName}}");
  }

  private static Sentence of(OperationDescription of, String written, String usual) {
    String template = written.isBlank() ? usual : written;
    String text =
        template
            .replace("{{actionName}}", of.name().shortName())
            .replace("{{extensionName}}", of.name().extension().value());
    return new Sentence(text, text.contains(RESOURCE));
  }

  /** The sentence about this resource. */
  String about(String resource) {
    return named ? text.replace(RESOURCE, resource) : text;
  }
}
