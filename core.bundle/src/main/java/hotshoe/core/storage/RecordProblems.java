package hotshoe.core.storage;

import hotshoe.problem.Problem;
import java.nio.file.Path;

/** What can go wrong with files that grow, in the words in which people read it. */
final class RecordProblems {

  private RecordProblems() {}

  static Problem tooMany(Path folder, int waiting) {
    return Problem.warning("HS-RECORD-001", "records are dropped from " + folder.getFileName())
        .at(folder.toString())
        .because(waiting + " were waiting to be written already")
        .advising("the disk is too slow for so many; they are counted until it keeps up");
  }

  static Problem notWritten(Path folder, String why) {
    return Problem.error("HS-RECORD-002", "records are lost to " + folder.getFileName())
        .at(folder.toString())
        .because(why)
        .advising("make room or repair it; writing goes on by itself then");
  }

  static Problem broken(Path file, String aside) {
    return Problem.error("HS-RECORD-003", "a file of records cannot be read and was set aside")
        .at(file.toString())
        .because("it holds a line that is no record of this log")
        .advising("what can be saved is in " + aside + "; delete it when you need it no more");
  }

  static Problem notRead(Path folder, String why) {
    return Problem.error("HS-RECORD-004", "records of " + folder.getFileName() + " cannot be read")
        .at(folder.toString())
        .because(why)
        .advising("look at the folder's permissions; what is new is written all the same");
  }
}
