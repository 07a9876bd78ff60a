package hotshoe.cloudstack.network;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.Map;
import java.util.Optional;

/**
 * What an extension said of the device that serves a network: a JSON object, word for word. It is a
 * hidden detail of the network, or of the VPC whose networks share the device. Immutable.
 *
 * @param text the object
 */
public record Memory(String text) {

  /** The most characters that are kept. */
  static final int LONGEST = 64 * 1024;

  private static final Memory NOTHING = new Memory("{}");
  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private static final TypeToken<Map<String, Object>> OBJECT = new TypeToken<>() {};

  /** What is remembered with this resource. */
  public static Memory of(Resource holder, ExtensionName extension) {
    return holder.reveal(key(extension)).map(Memory::new).orElse(NOTHING);
  }

  /** Whether an extension has said anything of the device: then it serves the resource. */
  public static boolean isIn(Resource holder, ExtensionName extension) {
    return holder.reveal(key(extension)).isPresent();
  }

  /** Home has one such detail; here each extension that serves the network has its own. */
  private static String key(ExtensionName extension) {
    return "extension.details." + extension;
  }

  /**
   * What an entrypoint said, if it is a JSON object and nothing else. Home asks for one line and
   * takes several.
   */
  public static Optional<Memory> said(String output) {
    String text = output.strip();
    return text.length() <= LONGEST && text.startsWith("{")
        ? object(text).map(read -> new Memory(text))
        : Optional.empty();
  }

  /** The resource with this in mind. */
  public Resource in(Resource holder, ExtensionName extension) {
    return holder.with(key(extension), Detail.hidden(text));
  }

  /** The resource with nothing in mind. */
  public static Resource none(Resource holder, ExtensionName extension) {
    return holder.without(key(extension));
  }

  /** As a value; nothing where it cannot be read, for people can change details. */
  public Map<String, Object> value() {
    return object(text).orElse(Map.of());
  }

  private static Optional<Map<String, Object>> object(String text) {
    try {
      return Optional.ofNullable(GSON.fromJson(text, OBJECT));
    } catch (JsonParseException | NumberFormatException none) {
      return Optional.empty();
    }
  }
}
