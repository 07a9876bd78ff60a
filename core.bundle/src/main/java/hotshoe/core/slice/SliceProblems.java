package hotshoe.core.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.host.ExitRefused;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem that a slice can have, in the words in which people read it. */
final class SliceProblems {

  private SliceProblems() {}

  static Problem malformed(String owner, String why) {
    return Problem.error("HS-SLICE-001", "a slice of " + owner + " does not describe itself")
        .because(why)
        .advising("put @SliceComponent(name = \"<extension>.<slice>\") on the component");
  }

  static Problem outside(SliceName name, ExtensionName extension, String owner) {
    return Problem.error(
            "HS-SLICE-002", "the slice " + name + " is refused, for it is not in " + extension)
        .at(owner)
        .because("a slice is named <extension>.<slice>, and its extension is " + extension)
        .advising("name it " + extension + "." + lastPart(name));
  }

  static Problem duplicate(SliceName name, String owner, String first) {
    return Problem.error("HS-SLICE-003", "the slice " + name + " is refused as a duplicate")
        .at(owner)
        .because(first + " brought a slice of that name before")
        .advising("rename one, or remove " + first + " and this one takes its place");
  }

  static Problem cycle(SliceName name, String owner, List<SliceName> members) {
    return Problem.error("HS-SLICE-004", "the slice " + name + " would have to wait for itself")
        .at(owner)
        .because(around(members))
        .advising("take away one of dependsOn or dependedOnBy along that way");
  }

  /** The way round a cycle, closed: {@code b > c > a > b}. */
  static String around(List<SliceName> members) {
    return members.stream().map(SliceName::value).collect(Collectors.joining(" > "))
        + " > "
        + members.get(0);
  }

  static Problem notCreated(SliceName name, String owner, Throwable thrown) {
    return Problem.error("HS-SLICE-005", "the slice " + name + " could not be created")
        .at(owner)
        .because(Thrown.inWords(thrown));
  }

  /** What the slice threw in prestart or start. */
  static Problem threw(SliceName name, Phase phase, String owner, Throwable thrown) {
    if (thrown instanceof CreationFailed) {
      return notCreated(name, owner, thrown.getCause());
    }
    if (thrown instanceof ExitRefused refused) {
      return exited(name, phase, owner, refused);
    }
    return Problem.error("HS-SLICE-006", "the slice " + name + " failed in " + phase.word())
        .at(owner)
        .because(Thrown.inWords(thrown));
  }

  private static Problem exited(SliceName name, Phase phase, String owner, ExitRefused refused) {
    return Problem.error(
            "HS-SLICE-010",
            "the slice %s called exit(%d) in %s".formatted(name, refused.status(), phase.word()))
        .at(owner)
        .because("an extension may end itself, never the host")
        .advising("throw an exception instead");
  }

  static Problem overran(SliceName name, Phase phase, String owner, Duration limit, String stuck) {
    return Problem.error(
            "HS-SLICE-007",
            "the slice %s was given up in %s after %s"
                .formatted(name, phase.word(), Thrown.inWords(limit)))
        .at(owner)
        .because(stuck)
        .advising("make it faster, or raise limit of its @SliceComponent or slice.start-limit");
  }

  static Problem threwAtTheEnd(SliceName name, String deed, String owner, Throwable thrown) {
    return Problem.error("HS-SLICE-008", "the slice " + name + " failed in " + deed)
        .at(owner)
        .because(Thrown.inWords(thrown));
  }

  static Problem unknown(SliceName asking, SliceName wanted, Collection<SliceName> known) {
    Problem problem =
        Problem.error("HS-SLICE-009", "there is no slice " + wanted)
            .because(asking + " asked for it");
    return Nearest.to(wanted, known)
        .map(near -> problem.advising("is " + near + " meant?"))
        .orElse(problem);
  }

  static Problem notThere(SliceName asking, SliceName wanted, String why) {
    return Problem.error("HS-SLICE-009", "the slice " + wanted + " is not there")
        .at("asked for by " + asking)
        .because(why);
  }

  static Problem otherType(SliceName asking, SliceName wanted, Class<?> type, Class<?> actual) {
    return Problem.error("HS-SLICE-009", "the slice " + wanted + " is not a " + type.getName())
        .at("asked for by " + asking)
        .because("it is a " + actual.getName())
        .advising("if the names are alike, both bundles must import the package from one place");
  }

  static Problem leftBehind(SliceName name, String owner, Step step) {
    return Problem.error("HS-SLICE-011", "the slice " + name + " was left behind")
        .at(owner)
        .because("the time for stopping was over while it was " + step.state());
  }

  static Problem joined(SliceName name, SliceName dependent) {
    return Problem.note("HS-SLICE-012", name + " joins after " + dependent + " has started")
        .because(dependent + " starts after it when both are there");
  }

  static Problem cameBack(SliceName name, Phase phase, Duration took) {
    return Problem.warning(
        "HS-SLICE-013",
        "the slice %s came back from %s after %s, when it had been given up"
            .formatted(name, phase.word(), Thrown.inWords(took)));
  }

  /** The same for those who need the slice: what befell it, in words that follow its name. */
  static Cause causeOf(SliceName name, Problem problem) {
    String beginning = "the slice " + name + " ";
    String what =
        problem.what().startsWith(beginning)
            ? problem.what().substring(beginning.length())
            : problem.what();
    boolean told = problem.why().isEmpty() || problem.code().equals("HS-SLICE-007");
    return Cause.of(told ? what : what + ": " + problem.why());
  }

  private static String lastPart(SliceName name) {
    return name.value().substring(name.value().lastIndexOf('.') + 1);
  }
}
