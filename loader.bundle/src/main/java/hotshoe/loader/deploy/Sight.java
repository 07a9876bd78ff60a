package hotshoe.loader.deploy;

import hotshoe.loader.store.FileFacts;
import hotshoe.problem.Problem;

/** What there is under a name in the deploy folder at one moment. */
public sealed interface Sight {

  /** An archive. */
  record Archive(FileFacts facts) implements Sight {}

  /** Nothing, or nothing that anybody should mention. */
  record Nothing() implements Sight {}

  /** A folder. What is inside is not looked at. */
  record Folder() implements Sight {}

  /** A file that is not taken. */
  record Unknown(FileFacts facts, Problem problem) implements Sight {}

  /** A file that cannot be looked at. */
  record Unreadable(Problem problem) implements Sight {}
}
