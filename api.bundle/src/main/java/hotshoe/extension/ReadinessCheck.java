package hotshoe.extension;

import hotshoe.problem.Problem;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/**
 * Knows whether the extensions of one dialect could do their work, without trying it; registered as
 * a service by whoever runs them. The host asks when somebody enables an extension, which an error
 * prevents, and from time to time (option {@code readiness.interval}): what is wrong with an
 * enabled one is an alert, seen with the extension, in the status, in the log and in the audit, and
 * an error makes it {@link ExtensionState#DEGRADED} (rows CS-11, CS-17 to CS-19).
 */
@ConsumerType
public interface ReadinessCheck {

  /** The dialect whose extensions it knows. */
  String dialect();

  /**
   * What is wrong with an extension now; empty when it is ready. Changes nothing that somebody has
   * changed, and runs nothing of the extension; one that throws is told as an error. Called by one
   * thread at a time.
   *
   * @param bundle its bundle, which need not be started
   */
  List<Problem> check(ExtensionName extension, Bundle bundle);
}
