package hotshoe.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says a type as a JSON Schema, draft 2020-12, of its plain form. */
public final class JsonSchema {

  private JsonSchema() {}

  /** The schema as a document of its own: maps, lists, texts, numbers and booleans. */
  public static Map<String, Object> document(Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.putAll(of(type));
    return schema;
  }

  /** The schema as a part of a document. */
  public static Map<String, Object> of(Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof Type.Text text) {
      text(text, schema);
    } else if (type instanceof Type.Integer integer) {
      bounds("integer", integer.minimum(), integer.maximum(), schema);
    } else if (type instanceof Type.Decimal decimal) {
      bounds("number", decimal.minimum(), decimal.maximum(), schema);
    } else if (type instanceof Type.Bool) {
      schema.put("type", "boolean");
    } else if (type instanceof Type.Choice choice) {
      choice(choice, schema);
    } else if (type instanceof Type.Optional optional) {
      schema.put("anyOf", List.of(of(optional.of()), Map.of("type", "null")));
    } else if (type instanceof Type.Nothing) {
      schema.put("type", "null");
    } else if (!(type instanceof Type.Any)) {
      structure(type, schema);
    }
    return schema;
  }

  private static void structure(Type type, Map<String, Object> schema) {
    if (type instanceof Type.ListOf list) {
      list(list, schema);
    } else if (type instanceof Type.MapOf map) {
      schema.put("type", "object");
      schema.put("additionalProperties", of(map.value()));
    } else if (type instanceof Type.Record record) {
      record(record, schema);
    } else {
      special(type, schema);
    }
  }

  private static void special(Type type, Map<String, Object> schema) {
    schema.put("type", "string");
    if (type instanceof Type.DateTime) {
      schema.put("format", "date-time");
    } else if (type instanceof Type.Secret) {
      schema.put("format", "password");
      schema.put("writeOnly", true);
    } else if (type instanceof Type.Bytes) {
      schema.put("contentEncoding", "base64");
    } else if (type instanceof Type.Reference reference && !reference.kind().isEmpty()) {
      schema.put("x-resource-kind", reference.kind());
    }
  }

  private static void text(Type.Text type, Map<String, Object> schema) {
    schema.put("type", "string");
    switch (type.format()) {
      case UUID -> schema.put("format", "uuid");
      case EMAIL -> schema.put("format", "email");
      case URL -> schema.put("format", "uri");
      case JSON -> schema.put("contentMediaType", "application/json");
      case YAML -> schema.put("contentMediaType", "application/yaml");
      default -> schema.remove("format");
    }
    if (type.minimumLength() > 0) {
      schema.put("minLength", type.minimumLength());
    }
    if (type.maximumLength() < Integer.MAX_VALUE) {
      schema.put("maxLength", type.maximumLength());
    }
    if (!type.pattern().isEmpty()) {
      schema.put("pattern", "^(?:" + type.pattern() + ")$");
    }
  }

  private static void bounds(
      String name, Number minimum, Number maximum, Map<String, Object> schema) {
    schema.put("type", name);
    if (minimum.doubleValue() > -9.0e18) {
      schema.put("minimum", minimum);
    }
    if (maximum.doubleValue() < 9.0e18) {
      schema.put("maximum", maximum);
    }
  }

  private static void choice(Type.Choice type, Map<String, Object> schema) {
    schema.putAll(of(type.of()));
    schema.put(
        "enum", new ArrayList<>(type.items().stream().map(Type.Choice.Item::value).toList()));
  }

  private static void list(Type.ListOf type, Map<String, Object> schema) {
    schema.put("type", "array");
    schema.put("items", of(type.element()));
    if (type.minimumSize() > 0) {
      schema.put("minItems", type.minimumSize());
    }
    if (type.maximumSize() < Integer.MAX_VALUE) {
      schema.put("maxItems", type.maximumSize());
    }
    if (type.unique()) {
      schema.put("uniqueItems", true);
    }
  }

  private static void record(Type.Record type, Map<String, Object> schema) {
    schema.put("type", "object");
    schema.put("title", type.name());
    Map<String, Object> properties = new LinkedHashMap<>();
    type.fields().forEach(field -> properties.put(field.name(), property(field)));
    schema.put("properties", properties);
    schema.put(
        "required", type.fields().stream().filter(Field::isRequired).map(Field::name).toList());
    schema.put("additionalProperties", false);
  }

  private static Map<String, Object> property(Field field) {
    Map<String, Object> schema = of(field.type());
    if (!field.description().isEmpty()) {
      schema.put("description", field.description());
    }
    field
        .defaultValue()
        .ifPresent(
            value ->
                schema.put("default", PlainForm.of(field.type(), value, Values.Secrets.HIDDEN)));
    return schema;
  }
}
