package hotshoe.cloudstack.lifecycle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import hotshoe.type.Field;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the screen of an instance (row CS-63): by VNC at a host and port, or directly at a
 * URL.
 *
 * @param url where a browser goes, for the direct form
 * @param host where a VNC client goes
 * @param port where it goes there, 1 to 65535
 * @param password what it is asked for
 * @param once whether the password is good for one time only
 * @param protocol {@code vnc} or {@code direct}, or what the entrypoint calls it
 */
public record Console(
    Optional<String> url,
    Optional<String> host,
    Optional<Long> port,
    Optional<SecretText> password,
    boolean once,
    String protocol) {

  private static final long LAST_PORT = 65_535;

  /** The same as a type for callers. */
  public static final Type.Record TYPE =
      Type.record(
          "Console",
          Field.required("protocol", Type.text(), "vnc, or direct for a URL."),
          Field.required("url", Type.optional(Type.text()), "Where a browser goes."),
          Field.required("host", Type.optional(Type.text()), "Where a VNC client goes."),
          Field.required("port", Type.optional(Type.integer(1, LAST_PORT)), "Its port there."),
          Field.required("password", Type.optional(Type.secret()), "What it is asked for."),
          Field.required(
              "passwordonetimeuseonly", Type.bool(), "Whether the password is good once only."));

  /** An answer that is none. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * What an answer to {@code getconsole} says.
   *
   * @throws Unusable with the words of home when it says too little
   */
  public static Console of(String answer) throws Unusable {
    JsonObject whole =
        JsonText.object(answer).orElseThrow(() -> new Unusable("Failed to parse output"));
    JsonElement console = whole.get("console");
    if (console == null || console.isJsonNull()) {
      throw new Unusable("Missing console object in output");
    }
    if (!console.isJsonObject()) {
      throw new Unusable("Failed to parse output");
    }
    return of(console.getAsJsonObject());
  }

  private static Console of(JsonObject told) throws Unusable {
    Optional<String> url = text(told, "url");
    Optional<String> host = text(told, "host");
    Optional<Long> port = port(text(told, "port"));
    if (url.isEmpty() && (host.isEmpty() || port.isEmpty())) {
      throw new Unusable("Missing required fields in output");
    }
    return new Console(
        url,
        host,
        port,
        text(told, "password").map(SecretText::of),
        text(told, "passwordonetimeuseonly").filter("true"::equalsIgnoreCase).isPresent(),
        text(told, "protocol").orElse(url.isPresent() ? "direct" : "vnc"));
  }

  private static Optional<String> text(JsonObject told, String key) throws Unusable {
    JsonElement value = told.get(key);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (!value.isJsonPrimitive()) {
      throw new Unusable("Failed to parse output");
    }
    return Optional.of(value.getAsString()).filter(text -> !text.isBlank());
  }

  private static Optional<Long> port(Optional<String> written) throws Unusable {
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      long port = Long.parseLong(written.get().strip());
      if (port < 1 || port > LAST_PORT) {
        throw new Unusable("Failed to parse output");
      }
      return Optional.of(port);
    } catch (NumberFormatException none) {
      throw new Unusable("Failed to parse output");
    }
  }

  /** The canonical value of {@link #TYPE}. */
  public Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("protocol", protocol);
    value.put("url", url);
    value.put("host", host);
    value.put("port", port);
    value.put("password", password);
    value.put("passwordonetimeuseonly", once);
    return value;
  }
}
