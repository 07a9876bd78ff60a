package hotshoe.xapi;

import hotshoe.problem.Nearest;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types as XenAPI's documentation writes them: {@code int}, {@code host ref}, {@code enum power},
 * {@code disk record}, {@code string set}, {@code (string -> int) map}, {@code bool option}.
 */
final class TypeNotation {

  private static final int LONGEST = 1000;
  private static final int DEEPEST = 20;
  private static final Pattern TOKENS = Pattern.compile("\\s*(->|[()]|[A-Za-z_][A-Za-z0-9_]*)\\s*");
  private static final List<String> WORDS =
      List.of(
          "string",
          "SecretString",
          "int",
          "float",
          "bool",
          "datetime",
          "void",
          "enum",
          "ref",
          "record",
          "set",
          "map",
          "option");

  private final List<String> tokens;
  private final Function<String, Optional<Type>> enums;
  private final Function<String, Optional<Type>> records;
  private int at;

  private TypeNotation(
      List<String> tokens,
      Function<String, Optional<Type>> enums,
      Function<String, Optional<Type>> records) {
    this.tokens = tokens;
    this.enums = enums;
    this.records = records;
  }

  /**
   * Reads a type.
   *
   * @param enums the values to choose from, by name
   * @param records the records, by name
   * @throws IllegalArgumentException when it is none; the message says why
   */
  static Type parse(
      String text,
      Function<String, Optional<Type>> enums,
      Function<String, Optional<Type>> records) {
    TypeNotation notation = new TypeNotation(tokens(text), enums, records);
    Type type = notation.type(0);
    if (notation.at < notation.tokens.size()) {
      throw unfit("ends before '" + notation.peek() + "'");
    }
    return type;
  }

  private static List<String> tokens(String text) {
    if (text.length() > LONGEST) {
      throw unfit("has more than " + LONGEST + " characters");
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKENS.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end < text.length() || tokens.isEmpty()) {
      throw unfit("is no type such as string set or (string -> int) map");
    }
    return tokens;
  }

  private Type type(int depth) {
    if (depth > DEEPEST) {
      throw unfit("is nested deeper than " + DEEPEST + " levels");
    }
    Type type = primary(depth);
    while (peek().equals("set") || peek().equals("option")) {
      type = take().equals("set") ? Type.listOf(type) : Type.optional(type);
    }
    return type;
  }

  private Type primary(int depth) {
    String word = take();
    return switch (word) {
      case "string" -> Type.text();
      case "SecretString" -> Type.secret();
      case "int" -> Type.integer();
      case "float" -> Type.decimal();
      case "bool" -> Type.bool();
      case "datetime" -> Type.dateTime();
      case "void" -> Type.nothing();
      case "enum" -> declared("enum", take(), enums);
      case "(" -> bracket(depth);
      default -> named(word);
    };
  }

  /** A map, or a type in brackets. */
  private Type bracket(int depth) {
    Type first = type(depth + 1);
    if (!peek().equals("->")) {
      expect(")");
      return first;
    }
    expect("->");
    Type value = type(depth + 1);
    expect(")");
    expect("map");
    if (value instanceof Type.Nothing || !isKey(first)) {
      throw unfit(
          "is a map, whose keys are string, int, enum or ref, and whose values are not void");
    }
    return Type.mapOf(first, value);
  }

  private static boolean isKey(Type type) {
    return type instanceof Type.Text
        || type instanceof Type.Integer
        || type instanceof Type.Choice
        || type instanceof Type.Reference;
  }

  private Type named(String name) {
    String kind = peek();
    if (kind.equals("ref")) {
      take();
      return Type.reference(name);
    }
    if (kind.equals("record")) {
      take();
      return declared("record", name, records);
    }
    String near = Nearest.to(name, WORDS);
    throw unfit(
        "has no type '"
            + name
            + "'; "
            + (near.isEmpty()
                ? "a class is written with ref or record behind it"
                : "did you mean '" + near + "'?"));
  }

  private static Type declared(
      String what, String name, Function<String, Optional<Type>> declarations) {
    return declarations
        .apply(name)
        .orElseThrow(
            () -> unfit("names the " + what + " " + name + ", which is not declared here"));
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String take() {
    if (at >= tokens.size()) {
      throw unfit("ends too early");
    }
    return tokens.get(at++);
  }

  private void expect(String token) {
    if (!peek().equals(token)) {
      throw unfit("lacks a '" + token + "'" + (peek().isEmpty() ? "" : " before '" + peek() + "'"));
    }
    at++;
  }

  private static IllegalArgumentException unfit(String why) {
    return new IllegalArgumentException(why);
  }
}
