package hotshoe.core.slice;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.List;

/**
 * What can be said of a slice at one moment.
 *
 * @param step where it stands
 * @param cause why
 * @param problems what is wrong with it
 * @param prestartTook how long prestart took; zero when it has not run
 * @param startTook how long start took; zero when it has not run
 */
record Standing(
    Step step, Cause cause, List<Problem> problems, Duration prestartTook, Duration startTook) {

  Standing {
    problems = List.copyOf(problems);
  }

  static final Standing NEW =
      new Standing(Step.WAITING, Cause.NONE, List.of(), Duration.ZERO, Duration.ZERO);

  /** The same slice further on. */
  Standing at(Step next) {
    return new Standing(next, cause, problems, prestartTook, startTook);
  }

  Standing at(Step next, Cause why) {
    return new Standing(next, why, problems, prestartTook, startTook);
  }

  Standing at(Step next, Cause why, List<Problem> wrong) {
    return new Standing(next, why, wrong, prestartTook, startTook);
  }

  Standing prestarted(Duration took) {
    return new Standing(Step.PRESTARTED, cause, problems, took, startTook);
  }

  Standing started(Duration took) {
    return new Standing(Step.ACTIVE, cause, problems, prestartTook, took);
  }
}
