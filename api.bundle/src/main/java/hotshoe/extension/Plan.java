package hotshoe.extension;

import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a change to the installed extensions would do, before anything is done. It holds for the
 * moment in which it was made; the change itself decides anew.
 *
 * @param source what would be installed, removed or gone back to, in the words of who asked
 * @param digest the SHA-256 of the archive, if there is one and it was read
 * @param steps what would happen, in this order; empty when it would be refused
 * @param problems why it would be refused: each unmet requirement says what is needed, by whom,
 *     what is there and what would satisfy it; and warnings about what would happen
 */
public record Plan(
    String source, Optional<String> digest, List<Step> steps, List<Problem> problems) {

  /** What happens to one extension. */
  public enum Action {
    /** It is new. */
    INSTALL,
    /** It comes in a higher version. */
    UPGRADE,
    /** It comes in a lower version. */
    DOWNGRADE,
    /** It comes with other bytes of the same version. */
    REPLACE,
    /** It is there already, with these bytes. */
    KEEP,
    /** It starts. */
    START,
    /** It is installed and waits for something. */
    WAIT,
    /** It is stopped, wired anew and started again, because it is wired to what changes. */
    REFRESH,
    /** It is stopped, because what it is wired to goes. */
    STOP,
    /** It goes. */
    REMOVE
  }

  /**
   * One step.
   *
   * @param action what happens
   * @param extension to whom
   * @param sentence the same in words, with the reason
   */
  public record Step(Action action, ExtensionName extension, String sentence) {
    public Step {
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(extension, "extension");
      Objects.requireNonNull(sentence, "sentence");
    }
  }

  public Plan {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(digest, "digest");
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** Whether the change would be made. */
  public boolean isPossible() {
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
