package hotshoe.inventory.expression;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts as comments of various languages. */
final class Comments {

  private static final Map<String, String> DECORATIONS =
      Map.of("plain", "# ", "erlang", "% ", "c", "// ", "cblock", " * ", "xml", " - ");

  private final Call call;
  private final Map<String, String> parts = new LinkedHashMap<>();

  private Comments(Call call) {
    this.call = call;
  }

  static Object of(Call call) {
    String style = call.text("style", "plain");
    if (!DECORATIONS.containsKey(style)) {
      throw Failure.wrong("there is no style of comments named '" + style + "'");
    }
    return new Comments(call).written(style);
  }

  private String written(String style) {
    String decoration = given("decoration", DECORATIONS.get(style));
    parts.put("beginning", style.equals("cblock") ? "/*" : style.equals("xml") ? "<!--" : "");
    parts.put("end", style.equals("cblock") ? " */" : style.equals("xml") ? "-->" : "");
    String newline = given("newline", "\n");
    String beginning = given("beginning", parts.get("beginning"));
    String prefix = given("prefix", Texts.strippedRight(decoration));
    String postfix = given("postfix", Texts.strippedRight(decoration));
    String end = given("end", parts.get("end"));
    String head = prefix.equals(newline) ? newline : prefix + newline;
    String body =
        (decoration + call.text().replace(newline, newline + decoration))
            .replace(decoration + newline, Texts.strippedRight(decoration) + newline);
    return call.made(
        (beginning.isEmpty() ? "" : beginning + newline)
            + (prefix.isEmpty() ? "" : repeated(head, count("prefix_count")))
            + body
            + repeated(newline + postfix, count("postfix_count"))
            + (end.isEmpty() ? "" : newline + end));
  }

  private String repeated(String text, int times) {
    call.budget().letters((long) text.length() * times);
    return text.repeat(times);
  }

  private String given(String name, String usual) {
    Object value = call.more().getOrDefault(name, usual);
    if (value instanceof String text) {
      return text;
    }
    throw Failure.wrong(name + " must be str, not " + Kinds.of(value));
  }

  private int count(String name) {
    return Math.max(0, Numbers.index(call.more().getOrDefault(name, 1L), name));
  }
}
