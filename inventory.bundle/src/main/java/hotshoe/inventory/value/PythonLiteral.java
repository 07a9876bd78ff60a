package hotshoe.inventory.value;

import hotshoe.inventory.ForeignValue;
import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The types of values in INI (row AN-27): text that is a Python literal becomes what it says,
 * everything else stays text. Nothing is ever evaluated.
 */
public final class PythonLiteral {

  private static final int DEEPEST = 200;

  private final String text;
  private int at;
  private int depth;
  private String unhashable = "";
  private boolean isTemplate;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * What the text that a template printed means: a list, a map or a truth value, in which the words
   * of JSON may stand too (row AN-39); everything else stays text.
   */
  public static Object ofTemplate(String text) throws Unreadable {
    PythonLiteral literal = new PythonLiteral(text);
    literal.isTemplate = true;
    return literal.value();
  }

  /**
   * What a text means.
   *
   * @throws Unreadable for a set within a set and the like, which fail the source at home too
   */
  public static Object of(String text) throws Unreadable {
    if (!mayBeLiteral(text)) {
      return text;
    }
    return new PythonLiteral(text).value();
  }

  private Object value() throws Unreadable {
    try {
      Object value = whole();
      if (!unhashable.isEmpty()) {
        throw new Unreadable("unhashable type: '" + unhashable + "'", 0);
      }
      return value instanceof PythonText.Bytes bytes ? bytes.text() : plain(value);
    } catch (NotLiteral stays) {
      return text;
    }
  }

  /** Most texts are told by their first letter. */
  private static boolean mayBeLiteral(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (i == text.length()) {
      return false;
    }
    char first = text.charAt(i);
    return switch (first) {
      case 'T', 'F', 'N' -> isWord(text, i);
      case 'u', 'U', 'r', 'R', 'b', 'B' -> isPrefix(text, i);
      case 's' -> text.startsWith("set", i);
      case '\'', '"', '[', '(', '{', '.', '+', '-' -> true;
      default -> first >= '0' && first <= '9';
    };
  }

  private static boolean isWord(String text, int at) {
    return text.startsWith("True", at)
        || text.startsWith("False", at)
        || text.startsWith("None", at);
  }

  private static boolean isPrefix(String text, int at) {
    int quote = at + 1;
    if (quote < text.length() && "rRbB".indexOf(text.charAt(quote)) >= 0) {
      quote++;
    }
    return quote < text.length() && (text.charAt(quote) == '\'' || text.charAt(quote) == '"');
  }

  private Object whole() throws NotLiteral {
    Object first = expression();
    blanks();
    if (peek() == ',') {
      List<Object> items = new ArrayList<>(List.of(first));
      rest(items, '\0');
      first = new Tuple(items);
    }
    blanks();
    if (at < text.length() && peek() != '#') {
      throw new NotLiteral();
    }
    return first;
  }

  /** Items after a comma, until the closing bracket, which is left for the caller. */
  private void rest(List<Object> items, char close) throws NotLiteral {
    while (another(close) && !(close == '\0' && peek() == '#')) {
      items.add(expression());
      blanks();
    }
  }

  private Object expression() throws NotLiteral {
    blanks();
    Object left = signed();
    blanks();
    if (peek() != '+' && peek() != '-') {
      return left;
    }
    at++;
    blanks();
    Object right = atom();
    boolean isComplex = right instanceof ForeignValue foreign && foreign.kind().equals("complex");
    if (!isComplex || !(left instanceof Number)) {
      throw new NotLiteral();
    }
    return right;
  }

  private Object signed() throws NotLiteral {
    char sign = peek();
    if (sign != '+' && sign != '-') {
      return atom();
    }
    at++;
    blanks();
    Object value = atom();
    if (value instanceof ForeignValue foreign && foreign.kind().equals("complex")) {
      return value;
    }
    if (!(value instanceof Number number)) {
      throw new NotLiteral();
    }
    return sign == '+' ? value : negative(number);
  }

  private static Object negative(Number number) {
    if (number instanceof Double decimal) {
      return -decimal;
    }
    return PythonNumber.whole(new BigInteger(number.toString()).negate());
  }

  private Object atom() throws NotLiteral {
    char next = peek();
    return switch (next) {
      case '[' -> list();
      case '(' -> parenthesis();
      case '{' -> braces();
      case '\'', '"' -> strings();
      case '.' -> text.startsWith("...", at) ? ellipsis() : number();
      default -> next >= '0' && next <= '9' ? number() : word();
    };
  }

  private Object ellipsis() {
    at += 3;
    return new ForeignValue("ellipsis", "...");
  }

  private Object number() throws NotLiteral {
    PythonNumber number = PythonNumber.at(text, at);
    at = number.end();
    if (at < text.length() && isWordPart(text.charAt(at))) {
      throw new NotLiteral();
    }
    return number.value();
  }

  private Object word() throws NotLiteral {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < text.length() && (peek() == '\'' || peek() == '"')) {
      at = start;
      return strings();
    }
    return switch (word) {
      case "True" -> true;
      case "False" -> false;
      case "None" -> NothingValue.NOTHING;
      case "set" -> emptySet();
      default -> jsonWord(word);
    };
  }

  private Object jsonWord(String word) throws NotLiteral {
    if (!isTemplate) {
      throw new NotLiteral();
    }
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> NothingValue.NOTHING;
      default -> throw new NotLiteral();
    };
  }

  private Object emptySet() throws NotLiteral {
    blanks();
    take('(');
    blanks();
    take(')');
    return new ForeignValue("set", "set()");
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c) || c > 127;
  }

  private Object strings() throws NotLiteral {
    PythonText joined = new PythonText(text);
    do {
      joined.piece(at);
      at = joined.end();
      blanks();
    } while (PythonText.startsAt(text, at));
    return joined.value();
  }

  private Object list() throws NotLiteral {
    List<Object> items = new ArrayList<>();
    open();
    if (peek() != ']') {
      items.add(expression());
      blanks();
      rest(items, ']');
    }
    close(']');
    return items;
  }

  private Object parenthesis() throws NotLiteral {
    open();
    if (peek() == ')') {
      close(')');
      return new Tuple(List.of());
    }
    Object first = expression();
    blanks();
    if (peek() != ',') {
      close(')');
      return first;
    }
    List<Object> items = new ArrayList<>(List.of(first));
    rest(items, ')');
    close(')');
    return new Tuple(items);
  }

  private Object braces() throws NotLiteral {
    int start = at;
    open();
    if (peek() == '}') {
      close('}');
      return new Table.Builder().build();
    }
    Object first = expression();
    blanks();
    if (peek() == ':') {
      return map(first);
    }
    List<Object> items = new ArrayList<>(List.of(first));
    rest(items, '}');
    close('}');
    items.forEach(this::mustHash);
    return new ForeignValue("set", text.substring(start, at));
  }

  private Object map(Object firstKey) throws NotLiteral {
    Table.Builder table = new Table.Builder();
    Object key = firstKey;
    boolean goesOn = true;
    while (goesOn) {
      take(':');
      Object value = expression();
      mustHash(key);
      table.put(plainKey(key), plain(value), 0);
      blanks();
      goesOn = another('}');
      key = goesOn ? expression() : key;
      blanks();
    }
    close('}');
    return table.build();
  }

  /** Whether something follows a comma, other than the closing bracket. */
  private boolean another(char close) {
    if (peek() != ',') {
      return false;
    }
    at++;
    blanks();
    return at < text.length() && peek() != close;
  }

  private void mustHash(Object value) {
    String kind = unhashable(value);
    if (unhashable.isEmpty()) {
      unhashable = kind;
    }
  }

  private static String unhashable(Object value) {
    if (value instanceof Tuple tuple) {
      return tuple.stream()
          .map(PythonLiteral::unhashable)
          .filter(kind -> !kind.isEmpty())
          .findFirst()
          .orElse("");
    }
    if (value instanceof ForeignValue foreign && foreign.kind().equals("set")) {
      return "set";
    }
    return value instanceof List<?> ? "list" : value instanceof Map<?, ?> ? "dict" : "";
  }

  private static Object plainKey(Object key) {
    return key instanceof Tuple tuple ? new ForeignValue("tuple", tuple.toString()) : key;
  }

  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      Object[] items = list.stream().map(PythonLiteral::plain).toArray();
      List<Object> plain = java.util.Collections.unmodifiableList(Arrays.asList(items));
      return value instanceof Tuple ? new Tuple(plain) : plain;
    }
    if (value instanceof PythonText.Bytes bytes) {
      return new ForeignValue("bytes", bytes.text());
    }
    return value;
  }

  private void open() throws NotLiteral {
    at++;
    depth++;
    if (depth > DEEPEST) {
      throw new NotLiteral();
    }
    blanks();
  }

  private void close(char bracket) throws NotLiteral {
    blanks();
    take(bracket);
    depth--;
  }

  private void take(char wanted) throws NotLiteral {
    if (peek() != wanted) {
      throw new NotLiteral();
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void blanks() {
    while (at < text.length() && (isBlank(text.charAt(at)) || isInnerLine(text.charAt(at)))) {
      at++;
    }
  }

  /** Templates may print several lines. */
  private boolean isInnerLine(char c) {
    return isTemplate && (c == '\n' || c == '\r');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  /** It stays text. */
  static final class NotLiteral extends Exception {
    private static final long serialVersionUID = 1L;

    NotLiteral() {
      super(null, null, false, false);
    }
  }
}
