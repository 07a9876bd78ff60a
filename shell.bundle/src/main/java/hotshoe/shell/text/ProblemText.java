package hotshoe.shell.text;

import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.List;

/** A problem in full: code, what, where, why, what to do. */
public final class ProblemText {

  private static final int LABEL = 9;

  private ProblemText() {}

  /** All of them, for this screen. */
  public static String of(List<Problem> problems, Screen screen) {
    Page page = new Page(screen);
    problems.forEach(problem -> write(problem, page));
    return page.toString();
  }

  static void write(Problem problem, Page page) {
    write(problem, List.of(), page);
  }

  /** The same, with these lines as its cause if there are any. */
  static void write(Problem problem, List<String> causes, Page page) {
    Span code = new Span(problem.code(), tone(problem.severity()));
    page.labelled("", code, code.width() + 2, Span.of(problem.what()));
    part(page, "where", problem.where());
    if (causes.isEmpty()) {
      part(page, "why", problem.why());
    }
    for (int i = 0; i < causes.size(); i++) {
      page.labelled(
          "  ", new Span(i == 0 ? "why" : "", Tone.FAINT), LABEL - 2, Span.of(causes.get(i)));
    }
    part(page, "to do", problem.advice());
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL - 2, Span.of(text));
    }
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.CAUTION;
      case NOTE -> Tone.FAINT;
    };
  }
}
