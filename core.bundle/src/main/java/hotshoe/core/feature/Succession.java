package hotshoe.core.feature;

import hotshoe.problem.Problem;
import hotshoe.slice.FeatureManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who decides the features: the first manager that registered, or the host's own while there is
 * none. Others wait in line, refused, until those before them have left: an upgrade registers the
 * new one before the old one goes. Safe for use by many threads.
 */
final class Succession {

  private final Decider own;
  private final List<Decider> line = new ArrayList<>();

  /**
   * A manager and who brought it.
   *
   * @param bundle for people, a name and a version
   */
  record Decider(String bundle, FeatureManager manager) {}

  Succession(FeatureManager own) {
    this.own = new Decider("the host", own);
  }

  synchronized Decider present() {
    return line.isEmpty() ? own : line.get(0);
  }

  /** Whether the host's own manager decides. */
  synchronized boolean isOwn() {
    return line.isEmpty();
  }

  /** Takes a manager in; a problem when it is not the first. */
  synchronized Optional<Problem> join(Decider decider) {
    line.add(decider);
    return line.size() == 1 ? Optional.empty() : Optional.of(refused(decider.bundle()));
  }

  private Problem refused(String bundle) {
    return Problem.error("HS-FEATURE-004", "the feature manager of " + bundle + " is not used")
        .because("the one of " + present().bundle() + " was there first, and there can be only one")
        .advising("disable one of the two extensions");
  }

  /** Lets a manager go; the one who decides from now on, when that has changed. */
  synchronized Optional<Decider> leave(FeatureManager manager) {
    Decider before = present();
    line.removeIf(decider -> decider.manager() == manager);
    return present().equals(before) ? Optional.empty() : Optional.of(present());
  }
}
