package hotshoe.core.resource;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resource.Visibility;
import hotshoe.type.Ref;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the resources of a kind are written: JSON with one resource a line, which people can read and
 * search, and which says its format.
 */
final class ShelfFormat {

  private static final int FORMAT = 1;

  private ShelfFormat() {}

  /** A resource, in one line without its end. */
  static byte[] line(Resource resource) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("id").value(resource.ref().id());
      json.name("name").value(resource.name());
      if (resource.extension().isPresent()) {
        json.name("extension").value(resource.extension().get().value());
      }
      json.name("details").beginObject();
      for (Map.Entry<String, Detail> detail : resource.details().entrySet()) {
        json.name(detail.getKey()).beginObject();
        json.name(word(detail.getValue().visibility())).value(detail.getValue().reveal());
        json.endObject();
      }
      json.endObject().endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory can always be written", impossible);
    }
    return utf8(text.toString());
  }

  /** A whole file of such lines, of which there is at least one. */
  static byte[][] join(String kind, Collection<byte[]> lines) {
    byte[][] parts = new byte[2 * lines.size() + 1][];
    // a kind has only letters, digits and two signs, none of which needs an escape
    parts[0] = utf8("{\"format\":" + FORMAT + ",\"kind\":\"" + kind + "\",\"resources\":[\n");
    byte[] comma = utf8(",\n");
    int count = 0;
    for (byte[] line : lines) {
      parts[++count] = line;
      parts[++count] = comma;
    }
    parts[count] = utf8("\n]}\n");
    return parts;
  }

  /**
   * Reads a file.
   *
   * @param folded the kind that its name says, in lower case
   * @throws IOException when it is no JSON or no text
   * @throws RuntimeException when it is not what we write, or of a later format
   */
  static Shelf read(byte[] content, String folded) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.beginObject();
      require(json.nextName().equals("format"), "it does not begin with its format");
      int format = json.nextInt();
      require(format == FORMAT, "format " + format + " is not known, only " + FORMAT);
      require(json.nextName().equals("kind"), "the kind is missing");
      String kind = json.nextString();
      require(kind.toLowerCase(Locale.ROOT).equals(folded), "it is of another kind than its name");
      require(json.nextName().equals("resources"), "the resources are missing");
      return new Shelf(kind, resources(kind, json));
    }
  }

  private static Map<String, Resource> resources(String kind, JsonReader json) throws IOException {
    Map<String, Resource> byId = new LinkedHashMap<>();
    json.beginArray();
    while (json.hasNext()) {
      Resource resource = resource(kind, json);
      ResourceRules.check(List.of(resource));
      boolean isNew = byId.put(resource.ref().id(), resource) == null;
      require(isNew, "there are two resources " + resource.ref());
    }
    json.endArray();
    return byId;
  }

  private static Resource resource(String kind, JsonReader json) throws IOException {
    Resource resource = Resource.of(kind, "", "");
    json.beginObject();
    while (json.hasNext()) {
      resource =
          switch (json.nextName()) {
            case "id" ->
                new Resource(
                    new Ref(kind, json.nextString()),
                    resource.name(),
                    resource.extension(),
                    resource.details());
            case "name" -> resource.withName(json.nextString());
            case "extension" -> resource.runBy(new ExtensionName(json.nextString()));
            case "details" -> resource.withDetails(details(json));
            default -> skipped(json, resource);
          };
    }
    json.endObject();
    return resource;
  }

  private static Map<String, Detail> details(JsonReader json) throws IOException {
    Map<String, Detail> details = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      json.beginObject();
      Visibility visibility = visibility(json.nextName());
      details.put(key, new Detail(SecretText.of(json.nextString()), visibility));
      json.endObject();
    }
    json.endObject();
    return details;
  }

  private static Resource skipped(JsonReader json, Resource resource) throws IOException {
    json.skipValue();
    return resource;
  }

  private static String word(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }

  private static Visibility visibility(String word) {
    return Optional.of(word)
        .filter(it -> it.equals(it.toLowerCase(Locale.ROOT)))
        .map(it -> Visibility.valueOf(it.toUpperCase(Locale.ROOT)))
        .orElseThrow(() -> new IllegalArgumentException("unknown visibility " + word));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
