package hotshoe.extension;

import hotshoe.problem.Problem;
import java.util.List;
import org.osgi.framework.Version;

/** Every way in which a change to the installed extensions can end. */
public sealed interface Outcome {

  /** A new extension is installed. It may still wait for something: see its state. */
  record Installed(Extension extension) implements Outcome {}

  /** An extension runs in another version than before. */
  record Upgraded(Extension extension, Version before) implements Outcome {}

  /** An extension runs in a version again that was kept. */
  record RolledBack(Extension extension, Version before) implements Outcome {}

  /** Exactly these bytes were installed already; nothing was done. */
  record AlreadyPresent(Extension extension) implements Outcome {}

  /** The extension is wanted again. */
  record Enabled(Extension extension) implements Outcome {}

  /** The extension is stopped and stays so, also after a restart. */
  record Disabled(Extension extension) implements Outcome {}

  /** The extension is gone. */
  record Uninstalled(ExtensionName name, Version version) implements Outcome {}

  /** Nothing was changed, for these reasons. */
  record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * It was tried and did not work; what ran before is running again.
   *
   * @param restored true when there was a version before and it is back
   */
  record Failed(Problem cause, boolean restored) implements Outcome {}
}
