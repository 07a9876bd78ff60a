package hotshoe.core.option;

import java.util.Locale;

/** The types of Metatype: what may be written, and what it becomes. */
enum AttributeType {
  STRING("String", "text", String.class),
  PASSWORD("Password", "text", String.class),
  CHARACTER("Character", "text", Character.class),
  BYTE("Byte", "number", Byte.class),
  SHORT("Short", "number", Short.class),
  INTEGER("Integer", "number", Integer.class),
  LONG("Long", "number", Long.class),
  FLOAT("Float", "decimal", Float.class),
  DOUBLE("Double", "decimal", Double.class),
  BOOLEAN("Boolean", "flag", Boolean.class);

  private final String name;
  private final String title;
  private final Class<?> javaType;

  AttributeType(String name, String title, Class<?> javaType) {
    this.name = name;
    this.title = title;
    this.javaType = javaType;
  }

  /** The type of this name; text for those that Metatype has given up. */
  static AttributeType of(String name) {
    for (AttributeType type : values()) {
      if (type.name.equals(name)) {
        return type;
      }
    }
    return STRING;
  }

  /** How the contract calls it. */
  String title() {
    return title;
  }

  /** What its values are in Java. */
  Class<?> javaType() {
    return javaType;
  }

  /**
   * Turns one written value into one of this type.
   *
   * @throws IllegalArgumentException saying in words what is expected
   */
  Object read(Object written) {
    try {
      String text = String.valueOf(written);
      return convert(this == STRING || this == PASSWORD ? text : text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(expected(), e);
    }
  }

  private Object convert(String text) {
    return switch (this) {
      case STRING, PASSWORD -> text;
      case CHARACTER -> character(text);
      case BYTE -> Byte.valueOf(text);
      case SHORT -> Short.valueOf(text);
      case INTEGER -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case BOOLEAN -> flag(text);
    };
  }

  private String expected() {
    return switch (title) {
      case "flag" -> "true or false is expected";
      case "decimal" -> "a number is expected";
      case "number" -> "a whole number is expected" + bounds();
      default -> "a single character is expected";
    };
  }

  private String bounds() {
    return switch (this) {
      case BYTE -> " from -128 to 127";
      case SHORT -> " from -32768 to 32767";
      case INTEGER -> " from -2147483648 to 2147483647";
      default -> "";
    };
  }

  private static Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Character character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException(text);
    }
    return text.charAt(0);
  }
}
