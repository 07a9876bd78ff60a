package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.form.ResultView;
import hotshoe.problem.Problem;
import hotshoe.shell.command.CallFailed;
import hotshoe.shell.command.CallResult;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import hotshoe.type.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tasks, and what came of calls. */
public final class TaskText {

  private static final int LABEL = 10;

  private TaskText() {}

  static Table table(List<TaskReport> tasks) {
    Table table =
        new Table(
            Column.whole("TASK"),
            Column.whole("OPERATION"),
            Column.cut("ON"),
            Column.whole("STATE"),
            Column.cut("BY"),
            Column.whole("BEGAN"),
            Column.whole("TOOK"),
            Column.wrap("WHAT"));
    for (TaskReport task : tasks) {
      table.row(
          Span.of(task.id()),
          Span.of(task.operation()),
          Span.of(task.subject()),
          new Span(state(task), tone(task.state())),
          Span.of(task.caller()),
          Span.of(Moment.briefly(task.created())),
          Span.of(took(task)),
          Span.of(task.message()));
    }
    return table;
  }

  private static String state(TaskReport task) {
    return task.state() == TaskState.RUNNING && task.progress() > 0
        ? "RUNNING " + percent(task.progress())
        : task.state().name();
  }

  static String percent(double done) {
    return Math.round(100 * Math.max(0, Math.min(1, done))) + "%";
  }

  private static String took(TaskReport task) {
    return task.started()
        .map(begun -> Moment.of(Duration.between(begun, task.ended().orElseGet(Instant::now))))
        .orElse("");
  }

  static Tone tone(TaskState state) {
    return switch (state) {
      case SUCCEEDED -> Tone.GOOD;
      case QUEUED, RUNNING -> Tone.CAUTION;
      case FAILED, REFUSED, TIMED_OUT, LOST -> Tone.BAD;
      case CANCELLED -> Tone.FAINT;
    };
  }

  static void one(TaskReport task, Page page) {
    page.line(
        new Span(task.id(), Tone.STRONG),
        Span.of(" " + task.operation() + " is "),
        new Span(state(task), tone(task.state())));
    part(page, "says", task.message());
    part(page, "on", task.subject());
    part(page, "by", task.caller() + (task.door().isEmpty() ? "" : ", door " + task.door()));
    part(page, "asked", Moment.of(task.created()));
    part(page, "took", took(task));
    part(page, "part of", task.parent());
    part(page, "node", task.owner().equals("local") ? "" : task.owner());
    part(page, "attempt", task.attempt() > 1 ? "" + task.attempt() : "");
    part(page, "result", task.result());
    part(page, "error", task.errorCode());
    if (!task.problems().isEmpty()) {
      page.gap();
      task.problems().forEach(problem -> ProblemText.write(problem, page));
    }
    output(page, "output", task.output());
    output(page, "error output", task.errorOutput());
  }

  private static void output(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.gap().line(new Span(label + ":", Tone.FAINT));
      StreamText.clean(text).lines().forEach(line -> page.line("  " + line));
    }
  }

  static void result(CallResult call, Page page) {
    if (!call.message().isEmpty()) {
      page.paragraph(new Span(call.message(), Tone.GOOD));
    }
    Optional<ResultView> view = ResultView.of(call.result());
    view.ifPresentOrElse(
        wanted -> PlainText.write(wanted, page), () -> PlainText.write(call.result(), page));
  }

  /** Why a call brought no result, for this screen. */
  public static String of(CallFailed failure, Screen screen) {
    Page page = new Page(screen);
    if (failure.outcome() instanceof TaskOutcome.Failed failed && !isOwn(failed)) {
      String details =
          failed.details().entrySet().stream()
              .sorted(java.util.Map.Entry.comparingByKey())
              .map(entry -> entry.getKey() + "=" + entry.getValue())
              .collect(joining(", "));
      page.line(
          new Span(failed.code(), Tone.BAD), Span.of(details.isEmpty() ? "" : "  " + details));
    }
    List<String> faults = failure.faults().stream().map(Fault::toString).toList();
    for (Problem problem : failure.outcome().problems()) {
      boolean isOfFaults = faults.stream().anyMatch(problem.why()::contains);
      ProblemText.write(problem, isOfFaults ? faults : List.of(), page);
    }
    if (!(failure.outcome() instanceof TaskOutcome.Refused)) {
      page.line(new Span("task:show " + failure.task() + " tells more", Tone.FAINT));
    }
    return page.toString();
  }

  /** Whether the code is the problem's own, which is shown with the problem. */
  private static boolean isOwn(TaskOutcome.Failed failed) {
    return failed.code().isEmpty() || failed.code().equals(failed.problem().code());
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL, Span.of(text));
    }
  }
}
