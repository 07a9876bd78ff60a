package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Token.Kind;
import hotshoe.inventory.value.Table;
import hotshoe.type.NothingValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions; which word binds how strongly is as in Jinja2. */
final class ExpressionParser {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");
  private static final int LONGEST_CHAIN = 400;

  private final Words words;
  private final ArgumentReader arguments;

  ExpressionParser(Words words) {
    this.words = words;
    this.arguments = new ArgumentReader(this, words);
  }

  /** What stands between the marks of a print statement, or in a condition. */
  Node several(boolean withConditions) {
    return several(withConditions, false);
  }

  private Node several(boolean withConditions, boolean isBracketed) {
    List<Node> items = new ArrayList<>();
    boolean isTuple = false;
    while (true) {
      if (isTuple) {
        words.expectOperator(",");
      }
      if (isEnd()) {
        break;
      }
      items.add(withConditions ? expression() : either());
      if (!words.isOperator(",")) {
        break;
      }
      isTuple = true;
    }
    if (!isTuple && items.size() == 1) {
      return items.get(0);
    }
    if (!isTuple && !isBracketed) {
      throw Failure.wrong("Expected an expression, got '" + words.current().shown() + "'");
    }
    return new Node.Several(items);
  }

  private boolean isEnd() {
    Kind kind = words.current().kind();
    return kind == Kind.VARIABLE_END || kind == Kind.BLOCK_END || words.isOperator(")");
  }

  Node expression() {
    words.enter();
    Node node = either();
    while (words.skipName("if")) {
      Node condition = either();
      Node yes = node;
      Node no = words.skipName("else") ? expression() : scope -> NO_ELSE;
      node = scope -> Kinds.isTrue(condition.value(scope)) ? yes.value(scope) : no.value(scope);
    }
    words.leave();
    return node;
  }

  private static final Undefined NO_ELSE =
      new Undefined(
          "the inline if-expression evaluated to false and no else section was defined.", true);

  /** An expression without a condition behind it. */
  Node either() {
    Node left = both();
    for (int i = 0; words.skipName("or"); i++) {
      bound(i);
      Node first = left;
      Node second = both();
      left =
          scope -> {
            Object value = first.value(scope);
            return Kinds.isTrue(value) ? value : second.value(scope);
          };
    }
    return left;
  }

  private static void bound(int links) {
    if (links > LONGEST_CHAIN) {
      throw Failure.tooMuch("an expression has more than " + LONGEST_CHAIN + " parts in a row");
    }
  }

  private Node both() {
    Node left = negation();
    for (int i = 0; words.skipName("and"); i++) {
      bound(i);
      Node first = left;
      Node second = negation();
      left =
          scope -> {
            Object value = first.value(scope);
            return Kinds.isTrue(value) ? second.value(scope) : value;
          };
    }
    return left;
  }

  private Node negation() {
    if (words.skipName("not")) {
      words.enter();
      Node inner = negation();
      words.leave();
      return scope -> !Kinds.isTrue(inner.value(scope));
    }
    return comparison();
  }

  private Node comparison() {
    Node first = sum();
    List<String> operators = new ArrayList<>();
    List<Node> others = new ArrayList<>();
    for (String operator = comparing(); !operator.isEmpty(); operator = comparing()) {
      operators.add(operator);
      others.add(sum());
    }
    return operators.isEmpty() ? first : scope -> compared(scope, first, operators, others);
  }

  private String comparing() {
    Token token = words.current();
    if (token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text())) {
      return words.next().text();
    }
    if (words.skipName("in")) {
      return "in";
    }
    if (words.isName("not") && words.following().isName("in")) {
      words.next();
      words.next();
      return "not in";
    }
    return "";
  }

  private static Object compared(
      Scope scope, Node first, List<String> operators, List<Node> others) {
    Object left = first.value(scope);
    for (int i = 0; i < others.size(); i++) {
      Object right = others.get(i).value(scope);
      if (!Operators.compare(scope.budget(), operators.get(i), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Node sum() {
    Node left = joined();
    for (int i = 0; words.isOperator("+") || words.isOperator("-"); i++) {
      bound(i);
      left = binary(words.next().text(), left, joined());
    }
    return left;
  }

  private static Node binary(String operator, Node left, Node right) {
    return scope ->
        Operators.binary(scope.budget(), operator, left.value(scope), right.value(scope));
  }

  private Node joined() {
    Node first = product();
    if (!words.isOperator("~")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(first));
    while (words.skipOperator("~")) {
      parts.add(product());
    }
    return scope -> joined(scope, parts);
  }

  private static Object joined(Scope scope, List<Node> parts) {
    StringBuilder text = new StringBuilder();
    for (Node part : parts) {
      String more = Letters.of(scope.budget(), part.value(scope));
      scope.budget().letters(more.length());
      text.append(more);
    }
    return text.toString();
  }

  private Node product() {
    Node left = power();
    for (int i = 0; words.isKind(Kind.OPERATOR) && PRODUCTS.contains(words.current().text()); i++) {
      bound(i);
      left = binary(words.next().text(), left, power());
    }
    return left;
  }

  private Node power() {
    Node left = signed(true);
    for (int i = 0; words.skipOperator("**"); i++) {
      bound(i);
      left = binary("**", left, signed(true));
    }
    return left;
  }

  private Node signed(boolean withFilters) {
    Node node;
    if (words.isOperator("-") || words.isOperator("+")) {
      String sign = words.next().text();
      words.enter();
      Node inner = signed(false);
      words.leave();
      node = scope -> Operators.unary(sign, inner.value(scope));
    } else {
      node = primary();
    }
    node = postfix(node);
    return withFilters ? filtered(node) : node;
  }

  Node primary() {
    Token token = words.next();
    return switch (token.kind()) {
      case NAME -> name(token.text());
      case STRING -> text(token);
      case INTEGER -> new Node.Constant(whole(token.text()));
      case FLOAT -> new Node.Constant(Double.valueOf(token.text().replace("_", "")));
      case OPERATOR -> bracketed(token.text());
      default -> throw Failure.wrong("unexpected '" + token.shown() + "'");
    };
  }

  private static Node name(String name) {
    return switch (name) {
      case "true", "True" -> new Node.Constant(true);
      case "false", "False" -> new Node.Constant(false);
      case "none", "None" -> new Node.Constant(NothingValue.NOTHING);
      default -> new Node.Name(name);
    };
  }

  private Node text(Token first) {
    StringBuilder text = new StringBuilder(Escapes.unquoted(first.text()));
    while (words.isKind(Kind.STRING)) {
      text.append(Escapes.unquoted(words.next().text()));
    }
    return new Node.Constant(text.toString());
  }

  private static Object whole(String digits) {
    String plain = digits.replace("_", "");
    String head = plain.length() > 1 ? Texts.lower(plain.substring(0, 2)) : "";
    int base = head.equals("0x") ? 16 : head.equals("0o") ? 8 : head.equals("0b") ? 2 : 10;
    if (plain.length() > 4300) {
      throw Failure.tooMuch("a number has more than 4300 digits");
    }
    return Numbers.smallest(new BigInteger(base == 10 ? plain : plain.substring(2), base));
  }

  private Node bracketed(String bracket) {
    words.enter();
    Node node =
        switch (bracket) {
          case "(" -> several(true, true);
          case "[" -> list();
          case "{" -> map();
          default -> throw Failure.wrong("unexpected '" + bracket + "'");
        };
    words.expectOperator(bracket.equals("(") ? ")" : bracket.equals("[") ? "]" : "}");
    words.leave();
    return node;
  }

  private Node list() {
    List<Node> items = new ArrayList<>();
    while (!words.isOperator("]")) {
      if (!items.isEmpty()) {
        words.expectOperator(",");
        if (words.isOperator("]")) {
          break;
        }
      }
      items.add(expression());
    }
    return scope -> ((Tuple) new Node.Several(items).value(scope)).items();
  }

  private Node map() {
    List<Node> keys = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    while (!words.isOperator("}")) {
      if (!keys.isEmpty()) {
        words.expectOperator(",");
        if (words.isOperator("}")) {
          break;
        }
      }
      keys.add(expression());
      words.expectOperator(":");
      values.add(expression());
    }
    return scope -> map(scope, keys, values);
  }

  private static Object map(Scope scope, List<Node> keys, List<Node> values) {
    scope.budget().items(keys.size());
    Table.Builder table = new Table.Builder();
    for (int i = 0; i < keys.size(); i++) {
      Items.put(table, keys.get(i).value(scope), values.get(i).value(scope));
    }
    return table.build();
  }

  Node postfix(Node start) {
    Node node = start;
    for (int i = 0; true; i++) {
      bound(i);
      if (words.isOperator(".")) {
        node = attribute(node);
      } else if (words.isOperator("[")) {
        node = subscript(node);
      } else if (words.isOperator("(")) {
        node = call(node);
      } else {
        return node;
      }
    }
  }

  private Node attribute(Node node) {
    words.next();
    Token name = words.next();
    if (name.kind() == Kind.NAME) {
      return scope -> Attributes.attribute(scope.budget(), node.value(scope), name.text());
    }
    if (name.kind() != Kind.INTEGER) {
      throw Failure.wrong("expected name or number");
    }
    Object place = whole(name.text());
    return scope -> Attributes.item(scope.budget(), node.value(scope), place);
  }

  private Node subscript(Node node) {
    words.next();
    words.enter();
    List<Subscript> parts = new ArrayList<>();
    while (!words.isOperator("]")) {
      if (!parts.isEmpty()) {
        words.expectOperator(",");
      }
      parts.add(Subscript.read(this, words));
    }
    words.expectOperator("]");
    words.leave();
    if (parts.size() == 1) {
      Subscript only = parts.get(0);
      return scope -> only.of(scope, node.value(scope));
    }
    List<Node> several = parts.stream().map(Subscript::single).toList();
    return scope ->
        Attributes.item(scope.budget(), node.value(scope), new Node.Several(several).value(scope));
  }

  private Node call(Node node) {
    Arguments given = arguments.read();
    return scope -> Calls.call(scope, node.value(scope), given.values(scope));
  }

  Node filtered(Node start) {
    Node node = start;
    for (int i = 0; true; i++) {
      bound(i);
      if (words.isOperator("|")) {
        node = filter(node);
      } else if (words.isName("is")) {
        node = test(node);
      } else if (words.isOperator("(")) {
        node = call(node);
      } else {
        return node;
      }
    }
  }

  private Node filter(Node node) {
    words.next();
    Function filter = Filters.named(dotted());
    Arguments given = words.isOperator("(") ? arguments.read() : Arguments.NONE;
    return scope -> filter.apply(scope, node.value(scope), given.values(scope));
  }

  private String dotted() {
    StringBuilder name = new StringBuilder(words.expectName());
    while (words.skipOperator(".")) {
      name.append('.').append(words.expectName());
    }
    return name.toString();
  }

  private Node test(Node node) {
    words.next();
    boolean isNegated = words.skipName("not");
    Function test = Tests.named(dotted());
    Arguments given = arguments.ofTest();
    Node asked = scope -> test.apply(scope, node.value(scope), given.values(scope));
    return isNegated ? scope -> !Kinds.isTrue(asked.value(scope)) : asked;
  }
}
