package hotshoe.inventory.expression;

import java.util.Random;

/** Makes expressions up, mostly such as have a value. */
final class RandomExpressions {

  private static final String[] NUMBERS = {"n", "neg", "zero", "big", "f", "tiny", "yes"};
  private static final String[] TEXTS = {
    "s", "t", "e", "u", "num", "fl", "path", "lines", "q", "tmpl"
  };
  private static final String[] LISTS = {"l", "ls", "el", "mixed", "nested", "tl", "users"};
  private static final String[] WORDS = {
    "'a'",
    "'B'",
    "'abc'",
    "''",
    "'a b'",
    "'12'",
    "'-3'",
    "'x,y'",
    "'True'",
    "'[1, 2]'",
    "'{}'",
    "'e'",
    "'\u00e9'",
    "' '",
    "\"it's\"",
    "'1.5'",
    "'None'"
  };
  private static final String[] PATTERNS = {
    "'[a-z]+'",
    "'^.'",
    "'(\\w)(\\w)'",
    "'\\d+'",
    "'a|b'",
    "'$'",
    "'[^a-z]'",
    "'(a)?b'",
    "'\\s'",
    "'.*'",
    "'(?i)D'",
    "'x*'",
    "'\\b'"
  };

  private final Random random;

  RandomExpressions(long seed) {
    random = new Random(seed);
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private boolean rarely() {
    return random.nextInt(14) == 0;
  }

  String next() {
    return any(4);
  }

  private String any(int depth) {
    return switch (random.nextInt(7)) {
      case 0, 1 -> number(depth);
      case 2, 3 -> text(depth);
      case 4 -> list(depth);
      case 5 -> map(depth);
      default -> truth(depth);
    };
  }

  private String number(int depth) {
    if (depth <= 0) {
      return one("0", "1", "2", "-3", "7", "10", "0.5", "2.5", "1e3", one(NUMBERS), one(NUMBERS));
    }
    if (rarely()) {
      return any(depth - 1);
    }
    int d = depth - 1;
    return switch (random.nextInt(12)) {
      case 0, 1, 2 ->
          "(" + number(d) + " " + one("+", "-", "*", "/", "//", "%") + " " + number(d) + ")";
      case 3 -> "(" + number(d) + " ** " + one("0", "1", "2", "3", "-1", "0.5") + ")";
      case 4 -> text(d) + "|length";
      case 5 -> text(d) + "|" + one("int", "float", "wordcount", "int(5)", "int(base=16)");
      case 6 ->
          number(d) + "|" + one("round", "abs", "int", "float", "round(1)", "round(-1, 'floor')");
      case 7 -> list(d) + "|" + one("length", "sum", "first", "last", "min", "max");
      case 8 -> "(" + text(d) + ")." + one("find", "count", "rfind") + "(" + text(0) + ")";
      case 9 -> "(" + number(d) + " if " + truth(d) + " else " + number(d) + ")";
      case 10 ->
          one("d.a", "d['a']", "d.deep.er.est", "users[0].age", "l[" + number(0) + "]", "d.c[1]");
      default -> number(0);
    };
  }

  private String text(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? one(WORDS) : one(TEXTS);
    }
    if (rarely()) {
      return any(depth - 1);
    }
    int d = depth - 1;
    return switch (random.nextInt(16)) {
      case 0 -> "(" + any(d) + " ~ " + any(d) + ")";
      case 1 -> "(" + text(d) + " + " + text(d) + ")";
      case 2 -> "(" + text(d) + " * " + one("0", "1", "2", "3") + ")";
      case 3, 4 ->
          text(d)
              + "|"
              + one(
                  "upper",
                  "lower",
                  "title",
                  "capitalize",
                  "trim",
                  "string",
                  "quote",
                  "b64encode",
                  "md5",
                  "reverse",
                  "urlencode",
                  "basename",
                  "dirname",
                  "regex_escape",
                  "indent",
                  "truncate(8)",
                  "center(9)",
                  "to_json",
                  "comment");
      case 5 ->
          text(d)
              + "."
              + one(
                  "upper",
                  "lower",
                  "title",
                  "swapcase",
                  "capitalize",
                  "strip",
                  "lstrip",
                  "rstrip",
                  "casefold")
              + "()";
      case 6 -> text(d) + "|replace(" + text(0) + ", " + text(0) + ")";
      case 7 ->
          text(d) + "|regex_replace(" + one(PATTERNS) + ", " + one("'-'", "'<\\1>'", "''") + ")";
      case 8 ->
          "(" + text(d) + ")[" + one("0", "-1", "1:", ":2", "::-1", "::2", "-3:-1", "9:") + "]";
      case 9 -> list(d) + "|join(" + text(0) + ")";
      case 10 ->
          "'"
              + one("%s", "%d", "%5s|", "%-6s|", "%r", "%.1f", "%x", "%05d", "%+.2e", "%g", "%5.2s")
              + "' % "
              + one(number(d), text(d), "(" + any(d) + ",)");
      case 11 ->
          "'"
              + one("{}", "{0}-{0}", "{:>8}", "{:<4}|", "{!r}", "{:^7}|")
              + "'.format("
              + any(d)
              + ")";
      case 12 -> any(d) + "|string";
      case 13 -> "(" + text(d) + " if " + truth(d) + " else " + text(d) + ")";
      case 14 ->
          text(d)
              + "."
              + one(
                  "zfill(6)",
                  "ljust(5, '.')",
                  "rjust(5)",
                  "center(6, '*')",
                  "replace('a', 'o')",
                  "expandtabs()",
                  "removeprefix('a')",
                  "partition('b')[0]");
      default -> any(d) + "|default(" + text(0) + one("", ", true") + ")";
    };
  }

  private String list(int depth) {
    if (depth <= 0) {
      return one("[]", "[1, 2, 3]", "['a', 'b']", one(LISTS), one(LISTS), "range(4)|list");
    }
    if (rarely()) {
      return any(depth - 1);
    }
    int d = depth - 1;
    return switch (random.nextInt(16)) {
      case 0 -> "[" + any(d) + ", " + any(d) + "]";
      case 1 -> "(" + list(d) + " + " + list(d) + ")";
      case 2 -> text(d) + "|list";
      case 3 -> "(" + text(d) + ").split(" + one("", "','", "' '", "none, 1", "'a', 1") + ")";
      case 4, 5 ->
          list(d)
              + "|"
              + one(
                  "sort",
                  "unique",
                  "reverse",
                  "list",
                  "flatten",
                  "batch(2)",
                  "slice(2)",
                  "sort(reverse=true)",
                  "map('string')|list",
                  "zip(l)|list",
                  "flatten(1)");
      case 6 ->
          list(d)
              + "|map('"
              + one("upper", "string", "length", "int", "abs", "default")
              + "')|list";
      case 7 ->
          list(d)
              + "|"
              + one("select", "reject")
              + "('"
              + one(
                  "string",
                  "number",
                  "odd",
                  "defined",
                  "mapping",
                  "sequence",
                  "none",
                  "even",
                  "truthy")
              + "')|list";
      case 8 -> "(" + list(d) + ")[" + one("1:", ":2", "::-1", "::2", "-2:", "5:", ":-1") + "]";
      case 9 ->
          list(d)
              + "|"
              + one("union", "intersect", "difference", "symmetric_difference")
              + "("
              + list(d)
              + ")";
      case 10 -> text(d) + "|regex_findall(" + one(PATTERNS) + ")";
      case 11 -> "users|map(attribute='" + one("name", "age", "tags", "on", "nosuch") + "')|list";
      case 12 ->
          "users|"
              + one("selectattr", "rejectattr")
              + "('"
              + one("on", "age', 'gt', 25", "name', 'match', '[a-z]", "tags', 'defined")
              + "')|list";
      case 13 -> map(d) + "|" + one("dict2items", "dictsort", "list");
      case 14 -> "(" + list(d) + " if " + truth(d) + " else " + list(d) + ")";
      default -> "(" + map(d) + ")." + one("keys", "values", "items") + "()|list";
    };
  }

  private String map(int depth) {
    if (depth <= 0) {
      return one("d", "ed", "{}", "{'a': 1}", "users[1]", "{1: 'x'}");
    }
    int d = depth - 1;
    return switch (random.nextInt(6)) {
      case 0 -> "{" + text(0) + ": " + any(d) + ", " + text(0) + ": " + any(d) + "}";
      case 1 -> map(d) + "|combine(" + map(d) + one("", ", recursive=true") + ")";
      case 2 -> "dict(" + list(0) + "|zip(" + list(0) + "))";
      case 3 -> map(d) + "|dict2items|items2dict";
      case 4 -> "{'k': " + any(d) + "}";
      default -> map(0);
    };
  }

  private String truth(int depth) {
    if (depth <= 0) {
      return one("true", "false", "yes", "no", "n", "e", "none_", "nosuch is defined");
    }
    int d = depth - 1;
    return switch (random.nextInt(12)) {
      case 0 ->
          "(" + number(d) + " " + one("<", "<=", "==", "!=", ">", ">=") + " " + number(d) + ")";
      case 1 -> "(" + any(d) + " " + one("==", "!=") + " " + any(d) + ")";
      case 2 -> "(" + text(d) + " " + one("<", ">", "in", "not in", "==") + " " + text(d) + ")";
      case 3 -> "(" + any(d) + " in " + list(d) + ")";
      case 4 -> "(" + truth(d) + " " + one("and", "or") + " " + any(d) + ")";
      case 5 -> "(not " + any(d) + ")";
      case 6, 7 ->
          "("
              + any(d)
              + " is "
              + one("", "not ")
              + one(
                  "defined",
                  "string",
                  "number",
                  "mapping",
                  "sequence",
                  "iterable",
                  "none",
                  "boolean",
                  "integer",
                  "float",
                  "true",
                  "truthy")
              + ")";
      case 8 ->
          "(" + text(d) + " is " + one("match", "search", "regex") + "(" + one(PATTERNS) + "))";
      case 9 -> "(" + text(d) + ")." + one("startswith", "endswith") + "(" + text(0) + ")";
      case 10 ->
          text(d)
              + "."
              + one(
                  "isalpha",
                  "isdigit",
                  "isspace",
                  "isupper",
                  "islower",
                  "istitle",
                  "isalnum",
                  "isnumeric")
              + "()";
      default -> "(" + number(d) + " < " + number(d) + " < " + number(d) + ")";
    };
  }
}
