package hotshoe.shell.command;

import hotshoe.task.TaskReport;

/** Shows what a task writes, as it writes it, and how far it is. */
final class Follower {

  private final Dialogue dialogue;
  private String output = "";
  private String errors = "";

  Follower(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Shows what is new in this report. */
  void tell(TaskReport report) {
    String more = News.between(output, report.output());
    String wrong = News.between(errors, report.errorOutput());
    output = report.output();
    errors = report.errorOutput();
    if (!more.isEmpty()) {
      dialogue.out(more);
    }
    if (!wrong.isEmpty()) {
      dialogue.err(wrong);
    }
    if (!report.state().isEnd()) {
      dialogue.progress(report.progress(), words(report));
    }
  }

  private static String words(TaskReport report) {
    return report.message().isEmpty() && report.started().isEmpty()
        ? "waits for its turn"
        : report.message();
  }
}
