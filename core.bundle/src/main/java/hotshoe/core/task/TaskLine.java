package hotshoe.core.task;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A task as a line of the history: JSON that people can read and search. */
final class TaskLine {

  private TaskLine() {}

  static String write(TaskReport task) {
    StringWriter text = new StringWriter(256);
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      put(json, "id", task.id());
      put(json, "state", task.state().name());
      put(json, "operation", task.operation());
      put(json, "subject", task.subject());
      put(json, "caller", task.caller());
      put(json, "door", task.door());
      put(json, "created", task.created().toString());
      put(json, "started", task.started().map(Instant::toString).orElse(""));
      put(json, "ended", task.ended().map(Instant::toString).orElse(""));
      if (task.progress() > 0) {
        json.name("progress").value(task.progress());
      }
      put(json, "message", task.message());
      put(json, "output", task.output());
      put(json, "errorOutput", task.errorOutput());
      put(json, "result", task.result());
      put(json, "errorCode", task.errorCode());
      problems(json, task.problems());
      put(json, "parent", task.parent());
      put(json, "owner", task.owner());
      json.name("attempt").value(task.attempt());
      json.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory can always be written", impossible);
    }
    return text.toString();
  }

  private static void put(JsonWriter json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.name(name).value(value);
    }
  }

  private static void problems(JsonWriter json, List<Problem> problems) throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    json.name("problems").beginArray();
    for (Problem problem : problems) {
      json.beginObject();
      put(json, "severity", problem.severity().name());
      put(json, "code", problem.code());
      put(json, "what", problem.what());
      put(json, "where", problem.where());
      put(json, "why", problem.why());
      put(json, "advice", problem.advice());
      json.endObject();
    }
    json.endArray();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is no task
   */
  static TaskReport read(String line) {
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      List<Problem> problems = new ArrayList<>();
      Map<String, String> parts = object(json, problems);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("more than one object in a line");
      }
      return report(parts, problems);
    } catch (IOException | IllegalStateException | java.time.DateTimeException broken) {
      throw new IllegalArgumentException("no task", broken);
    }
  }

  /** What is unknown was written by a later version, and is skipped. */
  private static Map<String, String> object(JsonReader json, List<Problem> problems)
      throws IOException {
    Map<String, String> parts = new HashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      JsonToken token = json.peek();
      if (token == JsonToken.STRING || token == JsonToken.NUMBER) {
        parts.put(name, json.nextString());
      } else if (name.equals("problems")) {
        json.beginArray();
        while (json.hasNext()) {
          problems.add(problem(object(json, new ArrayList<>())));
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return parts;
  }

  private static Problem problem(Map<String, String> parts) {
    return new Problem(
        Severity.valueOf(required(parts, "severity")),
        required(parts, "code"),
        text(parts, "what"),
        text(parts, "where"),
        text(parts, "why"),
        text(parts, "advice"));
  }

  private static TaskReport report(Map<String, String> parts, List<Problem> problems) {
    return new TaskReport(
        required(parts, "id"),
        required(parts, "operation"),
        text(parts, "subject"),
        text(parts, "caller"),
        text(parts, "door"),
        TaskState.valueOf(required(parts, "state")),
        Double.parseDouble(parts.getOrDefault("progress", "0")),
        text(parts, "message"),
        text(parts, "output"),
        text(parts, "errorOutput"),
        text(parts, "result"),
        text(parts, "errorCode"),
        problems,
        Instant.parse(required(parts, "created")),
        time(parts, "started"),
        time(parts, "ended"),
        text(parts, "parent"),
        parts.getOrDefault("owner", TaskFacts.OWNER),
        Integer.parseInt(parts.getOrDefault("attempt", "1")));
  }

  private static Optional<Instant> time(Map<String, String> parts, String name) {
    return Optional.ofNullable(parts.get(name)).map(Instant::parse);
  }

  private static String text(Map<String, String> parts, String name) {
    return parts.getOrDefault(name, "");
  }

  private static String required(Map<String, String> parts, String name) {
    String value = parts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }
}
