package hotshoe.core.task;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import hotshoe.core.storage.RecordLine;
import hotshoe.core.task.TaskFacts.Moment;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A task as a line of the history: JSON that people can read and search. */
final class TaskLine {

  private TaskLine() {}

  static void write(TaskReport task, RecordLine line) {
    line.begin().text("id", task.id()).text("state", task.state().name());
    line.text("operation", task.operation()).text("subject", task.subject());
    line.text("caller", task.caller()).text("door", task.door());
    line.time("created", task.created());
    task.started().ifPresent(time -> line.time("started", time));
    task.ended().ifPresent(time -> line.time("ended", time));
    progress(task.progress(), line);
    line.text("message", task.message());
    line.text("output", task.output()).text("errorOutput", task.errorOutput());
    line.text("result", task.result()).text("errorCode", task.errorCode());
    problems(task.problems(), line);
    line.text("parent", task.parent()).text("owner", task.owner());
    line.number("attempt", task.attempt()).end();
  }

  /** The same without making a report, for there is one of these for every call. */
  static void write(TaskFacts facts, Moment moment, TaskOutcome outcome, RecordLine line) {
    line.begin().text("id", moment.id()).text("state", moment.state().name());
    line.text("operation", facts.operation()).text("subject", facts.subject());
    line.text("caller", facts.caller().name()).text("door", facts.caller().door());
    line.time("created", moment.created());
    time("started", moment.started(), line);
    time("ended", moment.ended(), line);
    progress(moment.progress(), line);
    line.text("message", TaskStates.message(outcome, moment.message()));
    line.text("output", moment.output()).text("errorOutput", moment.errorOutput());
    line.text("result", moment.result()).text("errorCode", TaskStates.code(outcome));
    problems(outcome.problems(), line);
    line.text("parent", moment.parent()).text("owner", TaskFacts.OWNER);
    line.number("attempt", 1).end();
  }

  private static void time(String name, long millis, RecordLine line) {
    if (millis != 0) {
      line.time(name, millis);
    }
  }

  private static void progress(double done, RecordLine line) {
    if (done > 0) {
      line.number("progress", done);
    }
  }

  private static void problems(List<Problem> problems, RecordLine line) {
    if (problems.isEmpty()) {
      return;
    }
    line.beginList("problems");
    for (Problem problem : problems) {
      line.begin().text("severity", problem.severity().name()).text("code", problem.code());
      line.text("what", problem.what()).text("where", problem.where());
      line.text("why", problem.why()).text("advice", problem.advice()).end();
    }
    line.endList();
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
