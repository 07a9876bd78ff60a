package hotshoe.runtime;

import hotshoe.problem.ProblemException;
import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.configuration.ConfigurationSources;
import hotshoe.runtime.configuration.HostOptions;
import hotshoe.runtime.framework.FrameworkSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** What an embedding program wants its host to be. Not for use by many threads. */
public final class HotshoeBuilder {

  private final List<Path> archives = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<String> shared = new ArrayList<>();
  private final List<Consumer<BundleContext>> provided = new ArrayList<>();
  private Map<String, String> environment = Map.of();
  private Optional<Path> home = Optional.empty();

  HotshoeBuilder() {}

  /**
   * The folder that holds {@code etc}, {@code deploy} and {@code data}, and keeps what is
   * installed. Without one, the host gets a temporary folder that is deleted when it is closed.
   */
  public HotshoeBuilder home(Path folder) {
    home = Optional.of(folder);
    return this;
  }

  /** An archive to be deployed; it is copied to the deploy folder before the host starts. */
  public HotshoeBuilder deploy(Path archive) {
    archives.add(archive);
    return this;
  }

  /** Sets a host option, or one of an extension as {@code extensions.<name>.<option>}. */
  public HotshoeBuilder option(String key, Object value) {
    options.put(key, value.toString());
    return this;
  }

  /** A configuration file to be read after those of the home folder. */
  public HotshoeBuilder configuration(Path file) {
    files.add(file);
    return this;
  }

  /** Reads {@code HOTSHOE_*} variables from here, which an embedded host does not do by itself. */
  public HotshoeBuilder environment(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  /** Lets extensions import a package of this program, so that both use the same types. */
  public HotshoeBuilder share(String packageName, String version) {
    shared.add(packageName + ";version=\"" + version + "\"");
    return this;
  }

  /** Offers a service of this program to the extensions. */
  public <T> HotshoeBuilder provide(Class<T> type, T service) {
    Objects.requireNonNull(service, "service");
    provided.add(context -> context.registerService(type, service, null));
    return this;
  }

  /**
   * Starts the host and returns when everything that is deployed has started, or failed to: see
   * {@link Hotshoe#problems()}.
   *
   * @throws ProblemException when the configuration is wrong or the host cannot start
   */
  public Hotshoe start() {
    EmbeddedFolders folders = EmbeddedFolders.at(home);
    try {
      ConfigurationReader.Reading reading =
          new ConfigurationReader(HostOptions.embedded())
              .read(
                  new ConfigurationSources(
                      folders.home(), Optional.empty(), files, environment, options));
      folders.deploy(archives, reading.configuration().path("deploy"));
      return Hotshoe.start(folders, reading, new FrameworkSetting(false, shared, provided));
    } catch (RuntimeException e) {
      folders.close();
      throw e;
    }
  }
}
