package hotshoe.core.caller;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import hotshoe.caller.AuditEntry;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an entry is written: one line of JSON that people can read and search. What strangers chose
 * stands in it cleaned and cut, so that no name forges a line or moves a reader's cursor.
 */
final class AuditLine {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DETAIL = 500;

  private AuditLine() {}

  static String of(AuditEntry entry) {
    StringWriter text = new StringWriter(256);
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("time").value(entry.time().toString());
      json.name("caller").value(OneLine.of(entry.caller(), LONGEST_NAME));
      json.name("door").value(OneLine.of(entry.door(), LONGEST_NAME));
      json.name("action").value(OneLine.of(entry.action(), LONGEST_NAME));
      some(json, "subject", OneLine.of(entry.subject(), LONGEST_NAME));
      json.name("decision").value(OneLine.of(entry.decision(), LONGEST_NAME));
      some(json, "outcome", OneLine.of(entry.outcome(), LONGEST_NAME));
      some(json, "task", OneLine.of(entry.task(), LONGEST_NAME));
      some(json, "detail", OneLine.of(entry.detail(), LONGEST_DETAIL));
      json.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory can always be written", impossible);
    }
    return text.toString();
  }

  private static void some(JsonWriter json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.name(name).value(value);
    }
  }

  /** The entry of a line; empty when it is none. */
  static Optional<AuditEntry> read(String line) {
    Map<String, String> values = new HashMap<>();
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (json.peek() == JsonToken.STRING) {
          values.put(name, json.nextString());
        } else {
          json.skipValue();
        }
      }
      return Optional.of(entry(values));
    } catch (IOException | IllegalStateException | DateTimeException notAnEntry) {
      return Optional.empty();
    }
  }

  private static AuditEntry entry(Map<String, String> values) {
    return new AuditEntry(
        Instant.parse(values.getOrDefault("time", "")),
        values.getOrDefault("caller", ""),
        values.getOrDefault("door", ""),
        values.getOrDefault("action", ""),
        values.getOrDefault("subject", ""),
        values.getOrDefault("decision", ""),
        values.getOrDefault("outcome", ""),
        values.getOrDefault("task", ""),
        values.getOrDefault("detail", ""));
  }
}
