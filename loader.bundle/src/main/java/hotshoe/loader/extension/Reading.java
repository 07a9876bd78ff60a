package hotshoe.loader.extension;

import hotshoe.loader.archive.Intake;
import hotshoe.loader.store.Incoming;
import hotshoe.problem.Problem;
import java.util.List;

/** How reading one archive can end. */
sealed interface Reading {

  /** It can be installed; the copy waits to be kept or discarded. */
  record Taken(Intake.Ready ready, Incoming copy) implements Reading {}

  /** It is whole, and cannot be installed. */
  record Rejected(List<Problem> problems) implements Reading {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** It is not whole, or changes under the reader. */
  record Unfinished(Problem problem) implements Reading {}

  /** The bytes could not be fetched; that may pass. */
  record Unreadable(Problem problem) implements Reading {}
}
