package hotshoe.loader.deploy;

import hotshoe.loader.store.FileFacts;
import hotshoe.problem.Problem;
import java.time.Instant;

/** What there is under a name in the deploy folder at one moment. */
public sealed interface Sight {

  /** An archive. */
  record Archive(FileFacts facts) implements Sight {}

  /** Nothing, or nothing that anybody should mention. */
  record Nothing() implements Sight {}

  /** A folder, which may be an extension as it is. */
  record Folder(FileFacts facts) implements Sight {
    /** Whether nobody has changed anything in it for a while. */
    public boolean isQuiet(Instant now) {
      return facts.modified().plus(DeployWatch.QUIET).isBefore(now);
    }
  }

  /** A file that is not taken. */
  record Unknown(FileFacts facts, Problem problem) implements Sight {}

  /** A file that cannot be looked at. */
  record Unreadable(Problem problem) implements Sight {}
}
