package hotshoe.runtime.framework;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the framework, also when the activator of some bundle does not come back: the
 * framework would wait for it for ever. Then that one is left behind, and the others are stopped.
 *
 * @param framework what is to end
 * @param patience how long an activator may take to stop
 */
public record FrameworkEnd(Framework framework, Duration patience) {

  private static final Logger log = LoggerFactory.getLogger(FrameworkEnd.class);

  /** For one that has not come back from its start, long ago; and for the others, in the end. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /**
   * Stops everything, in the reverse of the order in which it came.
   *
   * @return one problem for each bundle that had to be left behind
   */
  public List<Problem> stop() throws BundleException, InterruptedException {
    Duration limit = hanging().isEmpty() ? patience : MOMENT;
    framework.stop();
    if (hasStopped(limit)) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    List<Bundle> hanging = hanging();
    hanging.forEach(bundle -> problems.add(leftBehind(bundle)));
    if (hanging.isEmpty()) {
      framework.waitForStop(0);
    } else {
      stopOthers(hanging);
    }
    return problems;
  }

  private boolean hasStopped(Duration limit) throws InterruptedException {
    FrameworkEvent event = framework.waitForStop(Math.max(1, limit.toMillis()));
    return event.getType() != FrameworkEvent.WAIT_TIMEDOUT;
  }

  /** Bundles that are in the middle of something. */
  private List<Bundle> hanging() {
    return bundles().stream()
        .filter(bundle -> (bundle.getState() & (Bundle.STARTING | Bundle.STOPPING)) != 0)
        .filter(bundle -> !waitsForItsFirstClass(bundle))
        .toList();
  }

  private List<Bundle> bundles() {
    return Optional.ofNullable(framework.getBundleContext()).stream()
        .flatMap(context -> Arrays.stream(context.getBundles()))
        .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID)
        .sorted(Collections.reverseOrder(Comparator.comparingLong(Bundle::getBundleId)))
        .toList();
  }

  private static boolean waitsForItsFirstClass(Bundle bundle) {
    String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
    return bundle.getState() == Bundle.STARTING
        && policy != null
        && policy.startsWith(Constants.ACTIVATION_LAZY);
  }

  private static Problem leftBehind(Bundle bundle) {
    String doing = bundle.getState() == Bundle.STARTING ? "start" : "stop";
    return Problem.error(
            "HS-HOST-011",
            "the bundle %s %s was left behind"
                .formatted(bundle.getSymbolicName(), bundle.getVersion()))
        .because("its activator did not come back from its " + doing + whereabouts(bundle))
        .advising("ask the extension's author to let it end when it is interrupted");
  }

  /** Where its code is, if its activator can be found in some thread. */
  private static String whereabouts(Bundle bundle) {
    String activator = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATOR);
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      List<StackTraceElement> frames = List.of(thread.getValue());
      if (frames.stream().anyMatch(frame -> frame.getClassName().equals(activator))) {
        return ": thread '" + thread.getKey().getName() + "' is at " + outermost(frames);
      }
    }
    return "";
  }

  private static StackTraceElement outermost(List<StackTraceElement> frames) {
    return frames.stream()
        .filter(frame -> !frame.getClassName().matches("(java|jdk|sun)\\..*"))
        .findFirst()
        .orElseGet(() -> frames.get(0));
  }

  private void stopOthers(List<Bundle> hanging) throws InterruptedException {
    List<Bundle> others =
        bundles().stream()
            .filter(bundle -> !hanging.contains(bundle))
            .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
            .toList();
    Thread stopping = new Thread(() -> others.forEach(FrameworkEnd::stop), "hotshoe-others");
    stopping.setDaemon(true);
    stopping.start();
    stopping.join(MOMENT.toMillis());
  }

  private static void stop(Bundle bundle) {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException | IllegalStateException failure) {
      log.debug("{} did not stop", bundle, failure);
    }
  }
}
