package hotshoe.core.operation;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Plain values as JSON. */
final class JsonText {

  private JsonText() {}

  static String of(Object plain) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      write(json, plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonWriter json, Object plain) throws IOException {
    if (plain instanceof Map<?, ?> map) {
      json.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.name(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.endObject();
    } else if (plain instanceof List<?> list) {
      json.beginArray();
      for (Object element : list) {
        write(json, element);
      }
      json.endArray();
    } else {
      writeScalar(json, plain);
    }
  }

  private static void writeScalar(JsonWriter json, Object plain) throws IOException {
    if (plain instanceof Number number) {
      json.value(number);
    } else if (plain instanceof Boolean flag) {
      json.value(flag);
    } else if (plain == null) {
      json.nullValue();
    } else {
      json.value(plain.toString());
    }
  }
}
