package hotshoe.runtime.log;

import hotshoe.host.LogLevels;
import hotshoe.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.LoggerFactory;

/**
 * The levels that extensions bring (row INM-55). What the operator has said about a logger, or
 * about the beginning of its name, goes before it; of two extensions the first goes before the
 * second. When a service goes, its levels go.
 */
final class ExtensionLevels
    implements ServiceTrackerCustomizer<LogLevels, Map<String, LogLevels.Level>> {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger(ExtensionLevels.class);

  private static final Map<LogLevels.Level, Level> LEVELS =
      Map.of(
          LogLevels.Level.OFF, Level.OFF,
          LogLevels.Level.ERROR, Level.SEVERE,
          LogLevels.Level.WARN, Level.WARNING,
          LogLevels.Level.INFO, Level.INFO,
          LogLevels.Level.DEBUG, Level.FINE,
          LogLevels.Level.TRACE, Level.FINEST);

  private final BundleContext bundles;
  private final List<String> operators;
  private final Map<Object, Map<String, LogLevels.Level>> brought = new LinkedHashMap<>();

  /** Loggers with a level of an extension; held here, because nobody else keeps them alive. */
  private final Map<String, Logger> applied = new TreeMap<>();

  /**
   * Follows the services in a framework until that ends.
   *
   * @param operators the names of loggers of which the operator has said something
   */
  static void follow(BundleContext bundles, List<String> operators) {
    ExtensionLevels levels = new ExtensionLevels(bundles, operators);
    new ServiceTracker<>(bundles, LogLevels.class, levels).open();
  }

  private ExtensionLevels(BundleContext bundles, List<String> operators) {
    this.bundles = bundles;
    this.operators = List.copyOf(operators);
  }

  @Override
  public Map<String, LogLevels.Level> addingService(ServiceReference<LogLevels> reference) {
    Map<String, LogLevels.Level> levels = asked(reference);
    synchronized (this) {
      brought.put(reference, levels);
      apply();
    }
    return levels;
  }

  private Map<String, LogLevels.Level> asked(ServiceReference<LogLevels> reference) {
    try {
      return Map.copyOf(bundles.getService(reference).levels());
    } catch (RuntimeException | LinkageError e) {
      log.warn(
          Problem.warning("HS-HOST-012", "the log levels of a bundle are not taken over")
              .at(String.valueOf(reference.getBundle()))
              .because(String.valueOf(e))
              .advising("the bundle's author must correct LogLevels.levels()")
              .sentence());
      return Map.of();
    }
  }

  @Override
  public void modifiedService(
      ServiceReference<LogLevels> reference, Map<String, LogLevels.Level> levels) {
    // levels are asked for once
  }

  @Override
  public void removedService(
      ServiceReference<LogLevels> reference, Map<String, LogLevels.Level> levels) {
    synchronized (this) {
      brought.remove(reference);
      apply();
    }
    bundles.ungetService(reference);
  }

  private void apply() {
    Map<String, LogLevels.Level> wanted = new LinkedHashMap<>();
    brought.values().forEach(levels -> levels.forEach(wanted::putIfAbsent));
    wanted.keySet().removeIf(name -> !isFree(name));
    applied.keySet().removeIf(name -> !wanted.containsKey(name) && inherits(name));
    wanted.forEach(this::set);
  }

  /** Not the root, which is everybody's, and nothing that the operator has spoken of. */
  private boolean isFree(String name) {
    return !name.isBlank()
        && operators.stream().noneMatch(said -> (name + ".").startsWith(said + "."));
  }

  /** Lets a logger do as the one above it does. */
  private boolean inherits(String name) {
    applied.get(name).setLevel(null);
    return true;
  }

  private void set(String name, LogLevels.Level level) {
    applied.computeIfAbsent(name, Logger::getLogger).setLevel(LEVELS.get(level));
  }
}
