package hotshoe.core.resource;

import hotshoe.core.storage.PrivateFile;
import hotshoe.core.text.OneLine;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that can be wrong with resources, in the words in which people read it. */
final class ResourceProblems {

  private static final int SHOWN = 100;

  private ResourceProblems() {}

  static Problem kind(String kind) {
    return Problem.error("HS-RESOURCE-001", "'" + shown(kind) + "' cannot be a kind of resource")
        .because("a kind is a letter and then letters, digits, '_' and '-', at most 100 in all");
  }

  static Problem name(String what, String text, int longest) {
    return Problem.error("HS-RESOURCE-002", "'" + shown(text) + "' cannot be a resource's " + what)
        .because(
            "it has 1 to "
                + longest
                + " characters, no control characters, and no blanks around it");
  }

  static Problem tooManyDetails(Resource resource, int most) {
    return Problem.error("HS-RESOURCE-003", "a resource has too many details")
        .at(shown(resource.ref().toString()))
        .because(resource.details().size() + " are above the most allowed, " + most);
  }

  static Problem tooLong(Resource resource, String key, int longest) {
    return Problem.error("HS-RESOURCE-003", "the detail '" + shown(key) + "' is too long")
        .at(shown(resource.ref().toString()))
        .because("at most " + longest + " characters are kept")
        .advising("keep it in a file, and where that is in the detail");
  }

  static Problem noText(Resource resource, String key) {
    return Problem.error("HS-RESOURCE-003", "the detail '" + shown(key) + "' is not text")
        .at(shown(resource.ref().toString()))
        .because("it holds half of a character")
        .advising("encode bytes as Base64");
  }

  static Problem unknownKind(Ref ref, String nearest, List<String> kinds) {
    String known = kinds.isEmpty() ? "there are no resources" : "there are " + shown(list(kinds));
    return missing(ref)
        .because("no resource is of the kind " + shown(ref.kind()))
        .advising(nearest.isEmpty() ? known : "did you mean the kind " + nearest + "?");
  }

  static Problem unknown(Ref ref, Optional<String> nearest) {
    return missing(ref).advising(nearest.map(it -> "did you mean " + it + "?").orElse(""));
  }

  private static Problem missing(Ref ref) {
    return Problem.error("HS-RESOURCE-004", "there is no resource " + shown(ref.toString()));
  }

  static Problem ambiguous(Ref ref, List<Resource> found) {
    List<String> candidates = found.stream().map(Resource::ref).map(Ref::toString).toList();
    return Problem.error(
            "HS-RESOURCE-005", "several resources have the identifier " + shown(ref.id()))
        .advising("name one of " + shown(list(candidates)));
  }

  static Problem otherCase(String kind, String known) {
    return Problem.error("HS-RESOURCE-006", "the kind " + kind + " is known as " + known)
        .because("two kinds cannot differ in upper and lower case only")
        .advising("write " + known);
  }

  static Problem notWritten(String kind, String why) {
    return Problem.error(
            "HS-RESOURCE-007", "the change to " + kind + " resources could not be written down")
        .because(why)
        .advising("make room on the disk, or let the host's user write to the data folder");
  }

  static Problem setAside(Path file, Path aside, Exception failure) {
    return Problem.error("HS-RESOURCE-008", "the resources of a kind cannot be read")
        .at("data/resources/" + file.getFileName())
        .because(why(failure))
        .advising(
            "correct data/resources/"
                + aside.getFileName()
                + ", give it its old name and start the host again, or delete it");
  }

  static Problem unreadableFolder(IOException failure) {
    return Problem.error("HS-RESOURCE-009", "the folder of the resources cannot be read")
        .at("data/resources")
        .because(PrivateFile.words(failure))
        .advising("let the host's user read it, and start the host again");
  }

  static Problem kept(Ref ref, String instead) {
    return Problem.error("HS-RESOURCE-010", "the resource cannot be changed by hand")
        .at(shown(ref.toString()))
        .because("resources of the kind " + shown(ref.kind()) + " are kept by who makes them")
        .advising("use " + instead);
  }

  private static String why(Exception failure) {
    if (failure instanceof ProblemException invalid) {
      Problem first = invalid.problems().get(0);
      return first.what() + ", for " + first.why();
    }
    if (failure instanceof IOException io) {
      return firstLine(PrivateFile.words(io));
    }
    return firstLine(String.valueOf(failure.getMessage()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String list(List<String> words) {
    return String.join(", ", words);
  }

  /** What people gave, short and on one line. */
  static String shown(String text) {
    return OneLine.inMessage(text, SHOWN);
  }
}
