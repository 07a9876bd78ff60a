package hotshoe.shell.command;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceReport;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Version;

/**
 * All that is known of one extension.
 *
 * @param extension the extension
 * @param slices its slices, in start order
 * @param needs what it needs from others, the unmet first
 * @param offers what others can use of it
 */
public record ExtensionDetails(
    Extension extension, List<SliceReport> slices, List<Need> needs, List<String> offers) {

  public ExtensionDetails {
    Objects.requireNonNull(extension, "extension");
    slices = List.copyOf(slices);
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
  }

  /** Its name. */
  public ExtensionName name() {
    return extension.name();
  }

  /** Its version. */
  public Version version() {
    return extension.version();
  }

  /** Where it stands. */
  public ExtensionState state() {
    return extension.state();
  }

  /** Why it stands there, in words. */
  public String cause() {
    return extension.cause();
  }

  /** Everything known to be wrong with it. */
  public List<Problem> problems() {
    return extension.problems();
  }
}
