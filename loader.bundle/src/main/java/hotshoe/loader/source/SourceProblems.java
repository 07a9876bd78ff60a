package hotshoe.loader.source;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;

/** Everything that can go wrong before an archive is here, in words. */
final class SourceProblems {

  private SourceProblems() {}

  static Problem unknownKind(String origin) {
    return Problem.error("HS-SOURCE-001", "nothing can be fetched from there")
        .at(origin)
        .because("the source is of no known kind")
        .advising(
            "give a path, or a URL that begins with https:, http:, file:, git+https: or git+file:");
  }

  static Problem noUrl(String origin, String why) {
    return Problem.error("HS-SOURCE-002", "the source cannot be read as a path or a URL")
        .at(origin)
        .because(ContentProblems.shown(why))
        .advising("write special characters of a URL as %20 and the like");
  }

  static Problem notThere(String origin) {
    return Problem.error("HS-SOURCE-003", "there is no such file")
        .at(origin)
        .advising("check the name; a path that is not absolute begins where the host was started");
  }

  static Problem noFile(String origin) {
    return Problem.error("HS-SOURCE-004", "that is neither a file nor a folder")
        .at(origin)
        .because("it is a device, a pipe or a socket")
        .advising("copy what it gives into a file");
  }

  static Problem emptyFolder(String origin) {
    return Problem.error("HS-SOURCE-005", "the folder holds no files")
        .at(origin)
        .advising("name the folder in which the manifest lies");
  }

  static Problem tooLarge(String origin, long limit) {
    return Problem.error("HS-SOURCE-006", "the archive is too large")
        .at(origin)
        .because("more than " + (limit >> 20) + " MB are not fetched")
        .advising("if that is right, set sources.bytes to more");
  }

  static Problem unreadable(String origin, IOException failure) {
    return Problem.error("HS-SOURCE-007", "the source cannot be read")
        .at(origin)
        .because(ContentProblems.shown(StoreProblems.words(failure)))
        .advising("check that it is there, and that the host may read it");
  }

  static Problem interrupted(String origin) {
    return Problem.error("HS-SOURCE-008", "fetching was interrupted")
        .at(origin)
        .because("somebody ended it, or the host is stopping")
        .advising("start it again; nothing is left of it");
  }

  static Problem otherDigest(String origin, String wanted, Digest found) {
    return Problem.error("HS-SOURCE-009", "the archive is not the one that is wanted")
        .at(origin)
        .because(
            "its SHA-256 is "
                + found
                + ", and it should be "
                + ContentProblems.shown(wanted)
                + ": somebody changed it, or the digest belongs to another version")
        .advising("do not install it before you know which; then ask for the right digest");
  }
}
