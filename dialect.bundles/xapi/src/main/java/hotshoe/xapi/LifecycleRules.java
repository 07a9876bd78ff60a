package hotshoe.xapi;

import hotshoe.archive.SemanticVersions;
import hotshoe.operation.OperationDescription.Lifecycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * What can become of a call, step by step: {@code prototyped}, {@code published}, {@code extended}
 * and {@code changed} as often as wanted, {@code deprecated}, {@code removed}; one that was removed
 * can be published again. No step lies in an earlier version than the one before.
 */
final class LifecycleRules {

  private static final String UNRELEASED = "unreleased";

  /** From which states a step can be taken. */
  private static final Map<String, Set<String>> FROM =
      Map.of(
          "prototyped", Set.of(UNRELEASED),
          "published", Set.of(UNRELEASED, "prototyped", "removed"),
          "extended", Set.of("prototyped", "published"),
          "changed", Set.of("prototyped", "published"),
          "deprecated", Set.of("published"),
          "removed", Set.of("prototyped", "deprecated"));

  private final Faults faults;
  private final String path;
  private String state = UNRELEASED;
  private Optional<Version> latest = Optional.empty();
  private Lifecycle lifecycle = Lifecycle.PUBLISHED;

  LifecycleRules(Faults faults, String path) {
    this.faults = faults;
    this.path = path;
  }

  /** What has become of it; of nothing, that it is there. */
  Lifecycle read(List<Given> changes) {
    for (int i = 0; i < changes.size(); i++) {
      step(path + "[" + i + "]", changes.get(i));
    }
    return lifecycle;
  }

  private void step(String at, Given change) {
    String next = change.text("state");
    if (!FROM.get(next).contains(state)) {
      faults.add(at + ".state", "cannot be " + next + ": it is " + state + " before that");
    }
    Optional<Version> version =
        faults.read(at + ".version", () -> SemanticVersions.parse(change.text("version")));
    version.ifPresent(
        known -> {
          if (latest.isPresent() && SemanticVersions.ORDER.compare(known, latest.get()) < 0) {
            faults.add(at + ".version", "is before the version of the step in front of it");
          }
          latest = Optional.of(known);
        });
    lifecycle = after(next, change.text("version"), change.text("reason").strip());
    state = next.equals("extended") || next.equals("changed") ? state : next;
  }

  private Lifecycle after(String next, String version, String reason) {
    String since = lifecycle.since().isEmpty() ? version : lifecycle.since();
    return switch (next) {
      case "deprecated" -> new Lifecycle(since, version, "", reason);
      case "removed" -> new Lifecycle(since, lifecycle.deprecated(), version, reason);
      default -> new Lifecycle(since, "", "", "");
    };
  }

  /** Whether it may still change without notice. */
  boolean isPrototype() {
    return state.equals("prototyped");
  }
}
