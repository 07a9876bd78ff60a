package hotshoe.runtime;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Extensions;
import hotshoe.problem.Problem;
import hotshoe.runtime.configuration.EffectiveConfiguration;
import hotshoe.slice.FeatureReport;
import hotshoe.status.Status;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is configured for extensions and features that are not there: a slip of the pen that nobody
 * else would notice.
 */
record Unclaimed(EffectiveConfiguration configuration, RunningHost host) {

  /** One problem for each such value. */
  List<Problem> problems() {
    List<Extension> installed =
        host.service(Extensions.class).map(Extensions::list).orElse(List.of());
    return configuration.unclaimed(
        names(installed, any -> true),
        features(),
        names(installed, one -> one.state() != ExtensionState.ACTIVE));
  }

  private static List<ExtensionName> names(List<Extension> installed, Predicate<Extension> wanted) {
    return installed.stream().filter(wanted).map(Extension::name).toList();
  }

  /** Asks only when it matters: the answer takes a second if a slice hangs. */
  private List<String> features() {
    if (!configuration.hasFeatures()) {
      return List.of();
    }
    return host.service(Status.class).stream()
        .flatMap(status -> status.status().features().stream())
        .map(Unclaimed::key)
        .toList();
  }

  private static String key(FeatureReport report) {
    return report.slice() + "." + report.feature().name();
  }
}
