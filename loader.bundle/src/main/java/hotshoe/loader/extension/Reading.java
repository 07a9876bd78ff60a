package hotshoe.loader.extension;

import hotshoe.extension.Provenance;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.store.Incoming;
import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How reading one archive can end. */
sealed interface Reading {

  /**
   * It can be installed.
   *
   * @param copy its bytes, which wait to be kept or discarded
   * @param size of them
   * @param bundle what was made of them, if they are no bundle as they are; goes with the copy
   * @param provenance where they came from
   * @param remarks what whoever signed or wrote it may want to know
   */
  record Taken(
      Intake.Ready ready,
      Incoming copy,
      long size,
      Optional<Path> bundle,
      Provenance provenance,
      List<Problem> remarks)
      implements Reading {
    public Taken {
      remarks = List.copyOf(remarks);
    }
  }

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
