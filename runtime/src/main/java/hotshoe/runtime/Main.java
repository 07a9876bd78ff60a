package hotshoe.runtime;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.configuration.ConfigurationPage;
import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.configuration.ConfigurationSources;
import hotshoe.runtime.configuration.DeclaredOptions;
import hotshoe.runtime.framework.BundleSource;
import hotshoe.runtime.log.Logging;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The command line: understands it, does it, and ends the process with an honest exit code. */
public final class Main {

  private final PrintStream output;
  private final PrintStream errors;
  private final Map<String, String> environment;
  private final Function<HostProcess, ExitCode> hosting;

  private Main(
      PrintStream output,
      PrintStream errors,
      Map<String, String> environment,
      Function<HostProcess, ExitCode> hosting) {
    this.output = output;
    this.errors = errors;
    this.environment = environment;
    this.hosting = hosting;
  }

  /** Runs one command; the process ends with it. */
  public static void main(String[] words) {
    System.exit(new Main(System.out, System.err, System.getenv(), HostProcess::run).run(words));
  }

  /** Does the same without an environment, but stops a host as soon as it is up. */
  static int rehearse(String... words) {
    return new Main(System.out, System.err, Map.of(), HostProcess::runOnce).run(words);
  }

  private int run(String... words) {
    try {
      return run(Arguments.parse(words));
    } catch (UsageException e) {
      errors.println("hotshoe: " + e.getMessage());
      errors.println("'hotshoe help' explains the commands and options");
      return ExitCode.USAGE.status();
    } catch (ProblemException e) {
      tell(e.problems());
      return ExitCode.REFUSED.status();
    }
  }

  private int run(Arguments arguments) {
    ConfigurationSources sources = sources(arguments);
    ConfigurationReader.Reading reading = new ConfigurationReader().read(sources);
    return switch (arguments.command()) {
      case RUN -> hosting.apply(new HostProcess(reading, BundleSource.ofThisProgram())).status();
      case CONFIG -> config(arguments.flags(), sources, reading);
      case VERSION -> version(sources);
      case STATUS -> ShellClient.run(reading.configuration().path("data"), List.of("status"));
      case SHELL -> ShellClient.run(reading.configuration().path("data"), arguments.rest());
      case INVENTORY ->
          InventoryClient.run(reading.configuration().path("data"), arguments.rest(), environment);
      case HELP -> help();
    };
  }

  private int config(
      Set<Arguments.Flag> flags,
      ConfigurationSources sources,
      ConfigurationReader.Reading reading) {
    ConfigurationPage page = new ConfigurationPage(reading);
    boolean options = flags.contains(Arguments.Flag.OPTIONS);
    List<DeclaredOptions> declared = options ? inspect(sources).options() : List.of();
    if (flags.contains(Arguments.Flag.JSON)) {
      output.print(page.json(declared));
    } else {
      tell(reading.problems());
      output.print(options ? ConfigurationPage.options(declared) : page.values());
    }
    return (reading.isRefused() ? ExitCode.REFUSED : ExitCode.CLEAN).status();
  }

  private int version(ConfigurationSources sources) {
    output.print(inspect(sources).versions());
    return ExitCode.CLEAN.status();
  }

  private static Inspection inspect(ConfigurationSources sources) {
    Logging.quiet(System.err);
    return Inspection.of(sources, BundleSource.ofThisProgram());
  }

  private int help() {
    try (InputStream text = Main.class.getResourceAsStream("help.txt")) {
      output.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
      return ExitCode.CLEAN.status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(List<Problem> problems) {
    problems.forEach(problem -> errors.println(problem.severity() + " " + problem.sentence()));
  }

  private ConfigurationSources sources(Arguments arguments) {
    Path home =
        arguments
            .home()
            .or(() -> Optional.ofNullable(environment.get("HOTSHOE_HOME")).map(Path::of))
            .or(() -> Optional.ofNullable(System.getProperty("hotshoe.home")).map(Path::of))
            .orElse(Path.of(""));
    return new ConfigurationSources(
        home, arguments.directory(), arguments.files(), environment, arguments.options());
  }
}
