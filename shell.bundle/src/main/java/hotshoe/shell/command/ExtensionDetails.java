package hotshoe.shell.command;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstalledVersion;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * All that is known of one extension.
 *
 * @param extension the extension
 * @param current the version in use, with where it came from, if that is known
 * @param slices its slices, in start order
 * @param needs what it needs from others, the unmet first
 * @param offers what others can use of it
 * @param files the files of its archive that a translated extension carries
 * @param limits what its processes may take and see, where somebody says so, each with who does
 * @param shortfalls what of that this system cannot do
 */
public record ExtensionDetails(
    Extension extension,
    Optional<InstalledVersion> current,
    List<SliceReport> slices,
    List<Need> needs,
    List<String> offers,
    List<String> files,
    List<String> limits,
    List<String> shortfalls) {

  public ExtensionDetails {
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(current, "current");
    slices = List.copyOf(slices);
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
    files = List.copyOf(files);
    limits = List.copyOf(limits);
    shortfalls = List.copyOf(shortfalls);
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
