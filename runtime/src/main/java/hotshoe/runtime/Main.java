package hotshoe.runtime;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.configuration.ConfigurationSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line. */
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs one command and ends the process with an honest exit code. */
  public static void main(String[] arguments) throws InterruptedException {
    Runtime.getRuntime().halt(run(arguments).status());
  }

  private static ExitCode run(String[] arguments) throws InterruptedException {
    Path home = Path.of(System.getProperty("hotshoe.home", ""));
    Map<String, String> program = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--home")) {
        home = Path.of(arguments[++i]);
      } else if (arguments[i].equals("-o")) {
        String[] pair = arguments[++i].split("=", 2);
        program.put(pair[0], pair[1]);
      }
    }
    var reading =
        new ConfigurationReader()
            .read(
                new ConfigurationSources(
                    home, Optional.empty(), List.of(), System.getenv(), program));
    HostControl control = new HostControl(Product.ofThisBuild());
    RunningHost host = new RunningHost(reading.configuration(), control, source());
    try {
      for (Problem problem : host.start()) {
        log.warn(problem.sentence());
      }
    } catch (ProblemException e) {
      log.error(e.getMessage(), e);
      return ExitCode.REFUSED;
    }
    log.info("ready");
    Signals.onEnd(() -> control.stop("the process was asked to end"));
    host.startTheRest();
    control.awaitStop();
    return host.stop();
  }

  private static BundleSource source() {
    String folder = System.getProperty("hotshoe.bundles");
    return folder != null && Files.isDirectory(Path.of(folder))
        ? new ClassPathBundles(Path.of(folder))
        : new NestedBundles();
  }
}
