package hotshoe.shell.command;

import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.type.Field;
import hotshoe.type.JsonSchema;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An operation as JSON. */
final class OperationDocument {

  private OperationDocument() {}

  static Map<String, Object> of(OperationDescription operation) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", operation.name().toString());
    document.put("title", operation.title());
    document.put("description", operation.description());
    document.put("parameters", operation.parameters().stream().map(Field::name).toList());
    document.put("roles", operation.access().anyOf().stream().sorted().toList());
    document.put("resourceKind", operation.resourceKind().orElse(null));
    document.put("traits", traits(operation));
    document.put("errors", operation.errors().stream().map(DeclaredError::code).toList());
    document.put("deprecated", operation.lifecycle().deprecated());
    document.put("removed", operation.lifecycle().removed());
    return document;
  }

  private static List<String> traits(OperationDescription operation) {
    return operation.traits().stream()
        .sorted()
        .map(t -> t.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The schemas of what goes in and of what comes out. */
  static Map<String, Object> schema(OperationDescription operation) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("operation", operation.name().toString());
    document.put(
        "parameters",
        JsonSchema.document(new Type.Record(operation.name().toString(), operation.parameters())));
    document.put("result", JsonSchema.document(operation.result()));
    return document;
  }
}
