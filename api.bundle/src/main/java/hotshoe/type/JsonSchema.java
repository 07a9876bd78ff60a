package hotshoe.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says a type as a JSON Schema, draft 2020-12, of its plain form. The plain form of every valid
 * value fits the schema. The schema lets pass what it cannot say: more than 64 levels, half
 * characters, the formats JSON, YAML and CRON, the text of moments and URLs, keys of a map that
 * mean the same number, and patterns that use more than ECMA 262 has.
 */
public final class JsonSchema {

  private static final String NOT_BLANK = "\\S";

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
      integer(integer, schema);
    } else if (type instanceof Type.Decimal decimal) {
      decimal(decimal, schema);
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
      map(map, schema);
    } else if (type instanceof Type.Record record) {
      record(record, schema);
    } else {
      schema.put("type", "string");
      special(type, schema);
    }
  }

  private static void special(Type type, Map<String, Object> schema) {
    if (type instanceof Type.DateTime) {
      schema.put("format", "date-time");
    } else if (type instanceof Type.Secret secret) {
      schema.put("format", "password");
      schema.put("writeOnly", true);
      if (secret.filled()) {
        schema.put("pattern", NOT_BLANK);
      }
    } else if (type instanceof Type.Bytes bytes) {
      bytes(bytes, schema);
    } else if (type instanceof Type.Reference reference) {
      schema.put("pattern", NOT_BLANK);
      if (!reference.kind().isEmpty()) {
        schema.put("x-resource-kind", reference.kind());
      }
    }
  }

  private static void bytes(Type.Bytes type, Map<String, Object> schema) {
    schema.put("contentEncoding", "base64");
    schema.put("pattern", "^[A-Za-z0-9+/]*={0,2}$");
    if (type.maximumLength() < Integer.MAX_VALUE) {
      schema.put("maxLength", (type.maximumLength() + 2L) / 3 * 4);
    }
  }

  private static void text(Type.Text type, Map<String, Object> schema) {
    schema.put("type", "string");
    format(type.format(), schema);
    if (type.minimumLength() > 0) {
      schema.put("minLength", type.minimumLength());
    }
    if (type.maximumLength() < Integer.MAX_VALUE) {
      schema.put("maxLength", type.maximumLength());
    }
    if (type.pattern().isEmpty()) {
      return;
    }
    Map<String, Object> own = Map.of("pattern", "^(?:" + type.pattern() + ")$");
    if (schema.containsKey("pattern")) {
      schema.put("allOf", List.of(own));
    } else {
      schema.putAll(own);
    }
  }

  private static void format(TextFormat format, Map<String, Object> schema) {
    switch (format) {
      case FILLED -> schema.put("pattern", NOT_BLANK);
      case UUID -> {
        schema.put("format", "uuid");
        schema.put("pattern", "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
      }
      case EMAIL -> {
        schema.put("format", "email");
        schema.put("pattern", "^[A-Za-z0-9+_.-]+@[A-Za-z0-9.-]+$");
      }
      case URL -> {
        schema.put("format", "uri");
        schema.put(
            "pattern", "^([Ff][Tt][Pp]|[Ff][Ii][Ll][Ee]|[Hh][Tt][Tt][Pp][Ss]?|[Jj][Aa][Rr]):.");
      }
      case JSON -> schema.put("contentMediaType", "application/json");
      case YAML -> schema.put("contentMediaType", "application/yaml");
      default -> schema.remove("format");
    }
  }

  private static void integer(Type.Integer type, Map<String, Object> schema) {
    schema.put("type", "integer");
    schema.put("minimum", type.minimum());
    schema.put("maximum", type.maximum());
  }

  private static void decimal(Type.Decimal type, Map<String, Object> schema) {
    schema.put("type", "number");
    if (type.minimum() > -Double.MAX_VALUE) {
      schema.put("minimum", type.minimum());
    }
    if (type.maximum() < Double.MAX_VALUE) {
      schema.put("maximum", type.maximum());
    }
  }

  private static void choice(Type.Choice type, Map<String, Object> schema) {
    schema.put("enum", type.items().stream().map(item -> plain(type, item)).toList());
    if (type.items().stream().anyMatch(JsonSchema::saysMore)) {
      schema.put("oneOf", type.items().stream().map(item -> labelled(type, item)).toList());
    }
  }

  private static boolean saysMore(Type.Choice.Item item) {
    return !item.description().isEmpty() || !item.label().equals(item.value().toString());
  }

  private static Map<String, Object> labelled(Type.Choice type, Type.Choice.Item item) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("const", plain(type, item));
    schema.put("title", item.label());
    if (!item.description().isEmpty()) {
      schema.put("description", item.description());
    }
    return schema;
  }

  private static Object plain(Type.Choice type, Type.Choice.Item item) {
    return PlainForm.of(type.of(), item.value(), Values.Secrets.HIDDEN);
  }

  private static void list(Type.ListOf type, Map<String, Object> schema) {
    schema.put("type", "array");
    schema.put("items", of(type.element()));
    sizes("Items", type.minimumSize(), type.maximumSize(), schema);
    if (type.unique()) {
      schema.put("uniqueItems", true);
    }
  }

  private static void sizes(String what, int minimum, int maximum, Map<String, Object> schema) {
    if (minimum > 0) {
      schema.put("min" + what, minimum);
    }
    if (maximum < Integer.MAX_VALUE) {
      schema.put("max" + what, maximum);
    }
  }

  private static void map(Type.MapOf type, Map<String, Object> schema) {
    schema.put("type", "object");
    Map<String, Object> keys = keys(type.key());
    if (keys.size() > 1) {
      keys.remove("type");
      schema.put("propertyNames", keys);
    }
    schema.put("additionalProperties", of(type.value()));
    sizes("Properties", type.minimumSize(), type.maximumSize(), schema);
  }

  /** Keys are texts, whatever they stand for; the bounds of numbers cannot be said of texts. */
  private static Map<String, Object> keys(Type type) {
    Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string"));
    if (type instanceof Type.Integer) {
      schema.put("pattern", "^-?[0-9]+$");
    } else if (type instanceof Type.Choice choice) {
      schema.put(
          "enum", choice.items().stream().map(item -> plain(choice, item).toString()).toList());
    } else {
      schema.putAll(of(type));
    }
    return schema;
  }

  private static void record(Type.Record type, Map<String, Object> schema) {
    schema.put("type", "object");
    if (!type.name().isEmpty()) {
      schema.put("title", type.name());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    type.fields().forEach(field -> properties.put(field.name(), property(field)));
    schema.put("properties", properties);
    schema.put(
        "required", type.fields().stream().filter(Field::isRequired).map(Field::name).toList());
    schema.put("additionalProperties", false);
  }

  private static Map<String, Object> property(Field field) {
    Map<String, Object> schema = of(field.type());
    if (!field.title().isEmpty()) {
      schema.put("title", field.title());
    }
    if (!field.description().isEmpty()) {
      schema.put("description", field.description());
    }
    field
        .defaultValue()
        .filter(value -> !holdsSecret(value))
        .ifPresent(
            value ->
                schema.put("default", PlainForm.of(field.type(), value, Values.Secrets.HIDDEN)));
    return schema;
  }

  /** A default that holds a secret is left out: neither it nor its stars may be sent back. */
  private static boolean holdsSecret(Object value) {
    if (value instanceof java.util.Optional<?> optional) {
      return optional.isPresent() && holdsSecret(optional.get());
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(JsonSchema::holdsSecret);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(JsonSchema::holdsSecret);
    }
    return value instanceof SecretText;
  }
}
