package hotshoe.core.caller;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import hotshoe.caller.AuditEntry;
import hotshoe.core.storage.RecordLine;
import hotshoe.core.text.OneLine;
import java.io.IOException;
import java.io.StringReader;
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

  static void write(AuditEntry entry, RecordLine line) {
    line.begin().time("time", entry.time());
    some(line, "caller", entry.caller(), LONGEST_NAME);
    some(line, "door", entry.door(), LONGEST_NAME);
    some(line, "action", entry.action(), LONGEST_NAME);
    some(line, "subject", entry.subject(), LONGEST_NAME);
    some(line, "decision", entry.decision(), LONGEST_NAME);
    some(line, "outcome", entry.outcome(), LONGEST_NAME);
    some(line, "task", entry.task(), LONGEST_NAME);
    some(line, "detail", entry.detail(), LONGEST_DETAIL);
    line.end();
  }

  private static void some(RecordLine line, String name, String value, int longest) {
    line.text(name, OneLine.of(value, longest));
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
