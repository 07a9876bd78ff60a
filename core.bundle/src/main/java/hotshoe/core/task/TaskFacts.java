package hotshoe.core.task;

import hotshoe.caller.Caller;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a task is, without anything of the extension whose it is. */
record TaskFacts(String operation, String subject, Caller caller) {

  /** The node that runs everything, until there are others. */
  static final String OWNER = "local";

  /** Where a task stands; times in milliseconds, 0 for not yet. */
  record Moment(
      String id,
      TaskState state,
      double progress,
      String message,
      String output,
      String errorOutput,
      String result,
      long created,
      long started,
      long ended,
      String parent) {}

  TaskReport report(Moment moment, Optional<TaskOutcome> outcome) {
    return new TaskReport(
        moment.id(),
        operation,
        subject,
        caller.name(),
        caller.door(),
        moment.state(),
        moment.progress(),
        outcome.map(it -> TaskStates.message(it, moment.message())).orElse(moment.message()),
        moment.output(),
        moment.errorOutput(),
        moment.result(),
        outcome.map(TaskStates::code).orElse(""),
        outcome.map(TaskOutcome::problems).orElse(List.of()),
        Instant.ofEpochMilli(moment.created()),
        time(moment.started()),
        time(moment.ended()),
        moment.parent(),
        OWNER,
        1);
  }

  private static Optional<Instant> time(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
