package hotshoe.loader.document;

import hotshoe.problem.Problem;

/** After this, nothing more can be said about a document. */
final class NotYaml extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  NotYaml(Problem problem) {
    super(problem.sentence(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
