package hotshoe.loader.plan;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Plan.Action;
import hotshoe.extension.Plan.Step;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happens to everybody in the course of a change, in words. */
public final class PlanText {

  private final Map<ExtensionName, Player> before;
  private final Rehearsal.Course course;

  /** Tells a course that began with these. */
  public PlanText(Map<ExtensionName, Player> before, Rehearsal.Course course) {
    this.before = new TreeMap<>(before);
    this.course = course;
  }

  /**
   * The steps after the first one.
   *
   * @param subject who comes or goes
   */
  public List<Step> consequences(ExtensionName subject) {
    List<Step> steps = new ArrayList<>();
    Optional.ofNullable(course.players().get(subject))
        .flatMap(player -> ofNewcomer(player))
        .ifPresent(steps::add);
    before.forEach(
        (name, player) -> {
          if (!name.equals(subject)) {
            ofOther(player, course.players().get(name), subject).ifPresent(steps::add);
          }
        });
    return steps;
  }

  private static Optional<Step> ofNewcomer(Player player) {
    return switch (player.condition()) {
      case RUNNING -> Optional.of(step(Action.START, player, "starts"));
      case WANTING -> Optional.of(step(Action.WAIT, player, "waits: " + reasons(player)));
      case RESTING -> Optional.empty();
    };
  }

  private Optional<Step> ofOther(Player was, Player is, ExtensionName subject) {
    if (is.isRunning() && !was.isRunning()) {
      return Optional.of(step(Action.START, is, "starts: what it waits for is there then"));
    }
    if (was.isRunning() && !is.isRunning()) {
      return Optional.of(step(Action.STOP, is, "stops and waits: " + reasons(is)));
    }
    if (was.isRunning() && course.stopped().contains(is.name())) {
      return Optional.of(
          step(
              Action.REFRESH,
              is,
              "stops, is wired anew and starts again, because it is wired to " + subject));
    }
    return Optional.empty();
  }

  /** Why somebody waits, in one line. */
  public static String reasons(Player player) {
    return player.reasons().stream()
        .map(problem -> problem.why().isEmpty() ? problem.what() : said(problem))
        .collect(Collectors.joining("; "));
  }

  private static String said(Problem problem) {
    return problem.what() + ": " + problem.why();
  }

  private static Step step(Action action, Player player, String words) {
    return new Step(action, player.name(), player.name() + " " + words);
  }
}
