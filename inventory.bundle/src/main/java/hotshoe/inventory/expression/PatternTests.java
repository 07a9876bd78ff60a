package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.Map;
import java.util.regex.Matcher;

/** Tests that look at texts: by regular expressions, versions and addresses. */
final class PatternTests {

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("match", "pattern ignorecase multiline", c -> matches(c, "match")),
          Function.of("search", "pattern ignorecase multiline", c -> matches(c, "search")),
          Function.of(
              "regex",
              "pattern ignorecase multiline match_type",
              c -> matches(c, c.text("match_type", "search"))),
          Function.of("version", "version operator strict version_type", PatternTests::version),
          Function.of(
              "version_compare", "version operator strict version_type", PatternTests::version),
          Function.of("url", "schemes", c -> address(c, true)),
          Function.of("uri", "schemes", c -> address(c, false)),
          Function.of("urn", "", c -> c.printed().startsWith("urn:")));

  private PatternTests() {}

  private static Object matches(Call call, String kind) {
    return RegexFilters.guarded(
        () -> {
          Matcher matcher =
              RegexFilters.pattern(call, "pattern").matcher(call.budget(), call.printed());
          return switch (kind) {
            case "match" -> matcher.lookingAt();
            case "fullmatch" -> matcher.matches();
            default -> matcher.find();
          };
        });
  }

  private static Object version(Call call) {
    String operator =
        switch (call.text("operator", "eq")) {
          case "==", "=", "eq" -> "==";
          case "<", "lt" -> "<";
          case "<=", "le" -> "<=";
          case ">", "gt" -> ">";
          case ">=", "ge" -> ">=";
          case "!=", "<>", "ne" -> "!=";
          default -> throw Failure.wrong("Invalid operator type (" + call.text("operator") + ")");
        };
    boolean isOther =
        (call.isSet("strict") && Kinds.isTrue(call.get("strict"))) || call.isSet("version_type");
    boolean isLoose = call.get("version_type", NothingValue.NOTHING).equals("loose");
    if (isOther && !isLoose) {
      throw Failure.notAvailable("versions other than loose ones");
    }
    if (!Kinds.isTrue(call.value()) || !Kinds.isTrue(call.get("version"))) {
      throw Failure.wrong("Input version value cannot be empty");
    }
    return Operators.compare(
        call.budget(),
        operator,
        Versions.parts(call.printed()),
        Versions.parts(call.printed("version", "")));
  }

  private static Object address(Call call, boolean needsPlace) {
    Object parts =
        Filters.named("urlsplit").apply(call.scope(), call.printed(), Arguments.Given.NONE);
    Map<?, ?> url = (Map<?, ?>) parts;
    boolean fits =
        !call.isSet("schemes")
            || Comparing.isIn(call.budget(), url.get("scheme"), call.get("schemes"));
    boolean hasPlace = !url.get("netloc").equals("") || url.get("scheme").equals("file");
    return fits && (!needsPlace || hasPlace);
  }
}
