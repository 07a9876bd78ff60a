package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.wiring.Bundles;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * An extension in the host at one moment.
 *
 * @param extension what is remembered of it
 * @param bundle its bundle, if the framework took it
 * @param standing where it stands
 * @param remarks what is wrong without keeping it from running, such as unknown options
 */
record Entry(
    ExtensionRecord extension, Optional<Bundle> bundle, Standing standing, List<Problem> remarks) {

  Entry {
    remarks = List.copyOf(remarks);
  }

  ExtensionName name() {
    return extension.name();
  }

  Entry in(Standing other) {
    return new Entry(extension, bundle, other, remarks);
  }

  Entry with(ExtensionRecord other) {
    return new Entry(other, bundle, standing, remarks);
  }

  Entry remarking(List<Problem> others) {
    return new Entry(extension, bundle, standing, others);
  }

  /** Whether the framework has its bundle. */
  boolean isKnownToFramework() {
    return bundle.isPresent();
  }

  boolean isRunning() {
    return standing instanceof Standing.Running;
  }

  /** Whether one of the remarks is an error. */
  boolean hasErrors() {
    return remarks.stream().anyMatch(remark -> remark.severity() == Severity.ERROR);
  }

  /** Whether it should run and its bundle was stopped by somebody who did not ask the loader. */
  boolean isStoppedByOthers() {
    return isRunning()
        && bundle.filter(own -> !Bundles.isFragment(own)).filter(Entry::isDown).isPresent();
  }

  private static boolean isDown(Bundle bundle) {
    return (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0;
  }

  @Override
  public String toString() {
    return extension.toString();
  }
}
