package hotshoe.loader.source;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.util.List;

/** The end of fetching, for reasons that people can read. Passes through the streams in between. */
final class Unfetched extends IOException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  Unfetched(Problem problem) {
    this(List.of(problem));
  }

  Unfetched(List<Problem> problems) {
    super(problems.get(0).sentence());
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
