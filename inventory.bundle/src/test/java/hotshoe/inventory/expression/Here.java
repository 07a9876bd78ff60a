package hotshoe.inventory.expression;

import hotshoe.inventory.value.JsonData;
import hotshoe.inventory.value.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our own answers, printed as Python prints values. */
final class Here {

  private final Map<Object, Object> variables;
  private final Templates templates = new Templates(false);

  Here(String json) throws Unreadable {
    variables = new LinkedHashMap<>((Map<?, ?>) JsonData.read(json));
  }

  static String resource(String name) throws IOException {
    try (InputStream stream = Here.class.getResourceAsStream("/expressions/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<String> written() throws IOException {
    return resource("written.txt").lines().toList();
  }

  /** The printed value; {@code !} and why there is none; or {@code ?} if we cannot tell. */
  String answer(String expression) {
    try {
      return Letters.repr(new Budget(), templates.expression(expression, variables));
    } catch (Failure failure) {
      boolean isOurs =
          failure.kind() == Failure.Kind.NOT_AVAILABLE || failure.kind() == Failure.Kind.TOO_MUCH;
      return (isOurs ? "?" : "!") + failure.getMessage();
    }
  }
}
