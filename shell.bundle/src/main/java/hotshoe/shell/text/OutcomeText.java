package hotshoe.shell.text;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.problem.Problem;
import java.util.List;

/** How a change ended, in words. */
public final class OutcomeText {

  private OutcomeText() {}

  /** The whole answer, for this screen. */
  public static String of(Outcome outcome, Screen screen) {
    Page page = new Page(screen);
    write(outcome, page);
    return page.toString();
  }

  static void write(Outcome outcome, Page page) {
    page.paragraph(sentence(outcome));
    problems(outcome).forEach(problem -> ProblemText.write(problem, page));
  }

  static String sentence(Outcome outcome) {
    if (outcome instanceof Outcome.Installed o) {
      return named(o.extension()) + " is installed" + stands(o.extension());
    }
    if (outcome instanceof Outcome.Upgraded o) {
      return "%s is upgraded from %s to %s%s"
          .formatted(
              o.extension().name(), o.before(), o.extension().version(), stands(o.extension()));
    }
    if (outcome instanceof Outcome.RolledBack o) {
      return "%s is back from %s in version %s%s"
          .formatted(
              o.extension().name(), o.before(), o.extension().version(), stands(o.extension()));
    }
    if (outcome instanceof Outcome.AlreadyPresent o) {
      return named(o.extension()) + " was installed already, from exactly these bytes.";
    }
    if (outcome instanceof Outcome.Enabled o) {
      return named(o.extension()) + " is enabled" + stands(o.extension());
    }
    if (outcome instanceof Outcome.Disabled o) {
      return named(o.extension()) + " is stopped and stays so until ext:enable.";
    }
    if (outcome instanceof Outcome.Uninstalled o) {
      return o.name() + " " + o.version() + " is gone.";
    }
    return mishap(outcome);
  }

  private static String mishap(Outcome outcome) {
    if (outcome instanceof Outcome.Refused) {
      return "Refused; nothing was changed:";
    }
    return outcome instanceof Outcome.Failed failed && failed.restored()
        ? "It did not work; what ran before is running again:"
        : "It did not work:";
  }

  private static List<Problem> problems(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return refused.problems();
    }
    return outcome instanceof Outcome.Failed failed ? List.of(failed.cause()) : List.of();
  }

  private static String named(Extension extension) {
    return extension.name() + " " + extension.version();
  }

  private static String stands(Extension extension) {
    if (extension.state() == ExtensionState.ACTIVE) {
      return " and active.";
    }
    String cause = extension.cause().isEmpty() ? "" : ": " + extension.cause();
    return " and " + extension.state() + cause;
  }
}
