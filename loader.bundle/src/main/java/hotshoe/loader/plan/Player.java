package hotshoe.loader.plan;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Objects;
import org.osgi.resource.Resource;

/**
 * An extension, as far as its wires matter.
 *
 * @param name its identity
 * @param bundle its bundle, in the framework or thought of
 * @param condition whether it runs, or would like to
 * @param reasons why it does not run although it would like to
 */
public record Player(
    ExtensionName name, Resource bundle, Condition condition, List<Problem> reasons) {

  /** Whether somebody runs. */
  public enum Condition {
    /** It runs. */
    RUNNING,
    /** It is to run and does not. */
    WANTING,
    /** It does not run, and is not to. */
    RESTING
  }

  public Player {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bundle, "bundle");
    Objects.requireNonNull(condition, "condition");
    reasons = List.copyOf(reasons);
  }

  /** One of whom nothing is said. */
  public Player(ExtensionName name, Resource bundle, Condition condition) {
    this(name, bundle, condition, List.of());
  }

  Player running() {
    return new Player(name, bundle, Condition.RUNNING);
  }

  Player wanting(List<Problem> why) {
    return new Player(name, bundle, Condition.WANTING, why);
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return condition == Condition.RUNNING;
  }

  /** Whether it is to run and does not. */
  public boolean isWanting() {
    return condition == Condition.WANTING;
  }
}
