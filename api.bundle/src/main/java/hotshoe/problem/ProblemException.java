package hotshoe.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a call cannot go on; carries every problem found, never only the first. */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Fails with these problems; there must be at least one. */
  public ProblemException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::sentence)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = List.copyOf(problems);
  }

  /** Fails with this one problem and its technical cause. */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.sentence(), cause);
    this.problems = List.of(problem);
  }

  /** Fails with this one problem. */
  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /** What is wrong, in the order in which it was found. */
  public List<Problem> problems() {
    return problems;
  }
}
