package hotshoe.gateway;

import com.google.gson.stream.JsonWriter;
import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes back to who asked: always JSON.
 *
 * @param status the HTTP status
 * @param headers besides those that every answer has
 * @param body the text, in UTF-8
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

  Answer {
    headers = Map.copyOf(headers);
  }

  /** Writes one JSON value. */
  @FunctionalInterface
  interface Content {
    void write(JsonWriter json) throws IOException;
  }

  static Answer of(int status, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen: the writer stands on memory
    }
    return new Answer(status, Map.of(), bytes.toByteArray());
  }

  /** Says what is wrong: code, what happened, and what to do next. */
  static Answer of(int status, Problem problem) {
    return of(
        status,
        json -> {
          json.beginObject().name("error").beginObject();
          json.name("code").value(problem.code());
          json.name("message").value(problem.what());
          json.name("advice").value(problem.advice());
          json.endObject().endObject();
        });
  }

  /** The same with one more header. */
  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
