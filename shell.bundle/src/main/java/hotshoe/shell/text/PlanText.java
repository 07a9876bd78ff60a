package hotshoe.shell.text;

import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Plan;
import hotshoe.extension.Plan.Step;
import hotshoe.shell.command.ExportedFile;
import java.util.List;

/** Plans, and the versions between which they move. */
final class PlanText {

  private PlanText() {}

  static String word(Plan plan) {
    return plan.isPossible() ? plan.steps().size() + " steps" : "refused";
  }

  static void write(Plan plan, Page page) {
    if (!plan.isPossible()) {
      page.paragraph("It would be refused, and nothing would be changed:");
      plan.problems().forEach(problem -> ProblemText.write(problem, page));
      return;
    }
    page.table(table(plan.steps()));
    if (!plan.problems().isEmpty()) {
      page.gap();
      plan.problems().forEach(problem -> ProblemText.write(problem, page));
    }
    page.gap().paragraph(new Span("This is a plan; nothing has been changed.", Tone.FAINT));
  }

  private static Table table(List<Step> steps) {
    Table table =
        new Table(Column.whole("STEP"), Column.whole("EXTENSION"), Column.wrap("WHAT HAPPENS"));
    for (Step step : steps) {
      table.row(
          new Span(step.action().name(), tone(step.action())),
          Span.of(step.extension().value()),
          Span.of(step.sentence()));
    }
    return table;
  }

  private static Tone tone(Plan.Action action) {
    return switch (action) {
      case STOP, REMOVE -> Tone.BAD;
      case WAIT, REFRESH, DOWNGRADE, REPLACE -> Tone.CAUTION;
      case KEEP -> Tone.FAINT;
      case INSTALL, UPGRADE, START -> Tone.GOOD;
    };
  }

  static Table versions(List<InstalledVersion> versions) {
    Table table =
        new Table(
            Column.whole("VERSION"),
            Column.whole("IN USE"),
            Column.whole("INSTALLED"),
            Column.cut("FROM"),
            Column.whole("COMMIT"),
            Column.cut("SIGNED BY"),
            Column.whole("DIGEST"));
    for (InstalledVersion version : versions) {
      table.row(
          Span.of(version.version().toString()),
          Span.of(version.current() ? "yes" : ""),
          Span.of(Moment.of(version.installed())),
          Span.of(version.provenance().origin()),
          Span.of(start(version.provenance().commit().orElse(""))),
          Span.of(version.provenance().signer().orElse("")),
          Span.of(start(version.digest())));
    }
    return table;
  }

  static void version(InstalledVersion version, Page page) {
    page.table(versions(List.of(version)));
  }

  private static String start(String digits) {
    return digits.substring(0, Math.min(12, digits.length()));
  }

  static void exported(ExportedFile export, Page page) {
    page.line(export.file() + ", " + export.words() + ", sha256 " + export.digest());
  }
}
