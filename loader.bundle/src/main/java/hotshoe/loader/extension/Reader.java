package hotshoe.loader.extension;

import hotshoe.loader.archive.Candidate;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.content.ArchiveEnd;
import hotshoe.loader.deploy.DeployFolder;
import hotshoe.loader.store.FileFacts;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.NotStored;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads archives: copies the bytes to where nobody else changes them, and judges the copy. Safe for
 * use by many threads at a time.
 */
final class Reader {

  private static final Logger log = LoggerFactory.getLogger(Reader.class);

  private final Store store;
  private final Intake intake;

  Reader(Store store, Intake intake) {
    this.store = store;
    this.intake = intake;
  }

  /**
   * Reads a file of the deploy folder, which had these facts before. A file whose end is missing is
   * not copied in vain while somebody may be writing it.
   */
  Reading read(DeployFolder folder, String fileName, FileFacts before, Patience patience) {
    String origin = Source.deployed(fileName);
    Path file = folder.file(fileName);
    if (patience == Patience.MORE && !hasEnd(file)) {
      return new Reading.Unfinished(ExtensionProblems.changing(origin));
    }
    Reading reading = read(origin, file);
    return hasChanged(file, before) ? changing(reading, origin) : reading;
  }

  /** Reads a file from anywhere. */
  Reading read(String origin, Path file) {
    try {
      Incoming copy = store.receive(file);
      return judge(new Candidate(origin, copy.file(), copy.digest()), copy);
    } catch (NotStored failure) {
      return new Reading.Unreadable(store.problem(origin, failure));
    } catch (IOException failure) {
      return new Reading.Unreadable(
          ExtensionProblems.unreadable(origin, StoreProblems.words(failure)));
    }
  }

  private Reading judge(Candidate candidate, Incoming copy) {
    try {
      return judged(intake.take(candidate), copy);
    } catch (RuntimeException unexpected) {
      log.error("{} cannot be understood", candidate.origin(), unexpected);
      discard(copy);
      return new Reading.Rejected(
          List.of(ExtensionProblems.notUnderstood(candidate.origin(), unexpected)));
    }
  }

  private Reading judged(Intake.Result result, Incoming copy) {
    if (result instanceof Intake.Ready ready) {
      return new Reading.Taken(ready, copy);
    }
    discard(copy);
    return result instanceof Intake.Rejected rejected
        ? new Reading.Rejected(rejected.problems())
        : new Reading.Unfinished(((Intake.NotWhole) result).problem());
  }

  private Reading changing(Reading reading, String origin) {
    if (reading instanceof Reading.Taken taken) {
      discard(taken.copy());
    }
    return new Reading.Unfinished(ExtensionProblems.changing(origin));
  }

  private static boolean hasEnd(Path file) {
    try {
      return ArchiveEnd.isPresent(file);
    } catch (IOException failure) {
      log.debug("{} cannot be read yet", file, failure);
      return false;
    }
  }

  private static boolean hasChanged(Path file, FileFacts before) {
    try {
      return !FileFacts.of(file).equals(before);
    } catch (IOException gone) {
      log.debug("{} went while it was read", file, gone);
      return true;
    }
  }

  /** Throws a copy away that nobody wants. */
  void discard(Incoming copy) {
    try {
      store.discard(copy);
    } catch (IOException failure) {
      log.debug("{} stays until the next start", copy.file(), failure);
    }
  }
}
