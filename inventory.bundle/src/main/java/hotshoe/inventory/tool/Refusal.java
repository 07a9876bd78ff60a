package hotshoe.inventory.tool;

import hotshoe.problem.Problem;
import java.util.List;

/** The tool ends without an answer, for these reasons and with this exit code. */
final class Refusal extends Exception {

  /** Something is wrong with what was read. */
  static final int GENERAL = 1;

  /** The command line cannot be understood. */
  static final int NOT_UNDERSTOOD = 2;

  /** The command line asks for what cannot be. */
  static final int BAD_OPTIONS = 5;

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final int exitCode;

  Refusal(List<Problem> problems, int exitCode) {
    super(problems.get(0).sentence(), null, false, false);
    this.problems = List.copyOf(problems);
    this.exitCode = exitCode;
  }

  Refusal(Problem problem, int exitCode) {
    this(List.of(problem), exitCode);
  }

  List<Problem> problems() {
    return problems;
  }

  int exitCode() {
    return exitCode;
  }
}
