package hotshoe.runtime.log;

import hotshoe.configuration.Configuration;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.osgi.framework.BundleContext;

/**
 * Where the log goes and how much of it. Only a process of our own sets this up; an embedding
 * program has a log already.
 */
public final class Logging {

  private static final Map<String, Level> LEVELS =
      Map.of(
          "error", Level.SEVERE,
          "warn", Level.WARNING,
          "info", Level.INFO,
          "debug", Level.FINE,
          "trace", Level.FINEST);

  /** Loggers with a level of their own; held here, because nobody else keeps them alive. */
  private final List<Logger> loggers = new ArrayList<>();

  private Logging() {}

  /**
   * Sets the log up.
   *
   * @param stream where people see it
   * @return keep it: the levels of single loggers last as long as it does
   * @throws ProblemException when the log file cannot be written
   */
  public static Logging begin(Configuration configuration, OutputStream stream) {
    Logging logging = new Logging();
    LogManager.getLogManager().reset();
    boolean people = Terminal.isPresent();
    boolean colour = Terminal.wantsColour(configuration.text("log.colour"));
    logging.add(new LogHandler(stream, new LogLine(!people, colour)));
    configuration
        .find("log.file")
        .ifPresent(value -> logging.add(toFile(configuration.path("log.file"))));
    logging.level("", configuration.text("log.level"));
    configuration.list("log.levels").stream()
        .map(entry -> entry.split("=", 2))
        .forEach(pair -> logging.level(pair[0].trim(), pair[1].trim()));
    return logging;
  }

  /** Lets only what went wrong through, for commands whose output is for other programs. */
  public static void quiet(OutputStream stream) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.addHandler(new LogHandler(stream, new LogLine(false, false)));
    root.setLevel(Level.SEVERE);
  }

  /** Follows the levels that extensions bring, which yield to the operator's. */
  public void follow(BundleContext bundles) {
    List<String> operators =
        loggers.stream().map(Logger::getName).filter(name -> !name.isEmpty()).toList();
    ExtensionLevels.follow(bundles, operators);
  }

  private void add(Handler handler) {
    Logger.getLogger("").addHandler(handler);
  }

  private void level(String name, String level) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(LEVELS.get(level));
    loggers.add(logger);
  }

  private static Handler toFile(Path file) {
    try {
      OutputStream stream =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new LogHandler(stream, new LogLine(true, false));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error("HS-HOST-004", "the log file cannot be written")
              .at(file.toString())
              .because(String.valueOf(e.getMessage()))
              .advising("make it writable, or choose another with the option log.file"),
          e);
    }
  }
}
