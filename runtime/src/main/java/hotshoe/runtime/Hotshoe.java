package hotshoe.runtime;

import hotshoe.caller.Audit;
import hotshoe.caller.Roles;
import hotshoe.caller.Users;
import hotshoe.configuration.Configuration;
import hotshoe.extension.Extensions;
import hotshoe.extension.Installer;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resources;
import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.framework.FrameworkSetting;
import hotshoe.runtime.framework.HostBundles;
import hotshoe.runtime.framework.NestedBundles;
import hotshoe.setting.Settings;
import hotshoe.slice.Slices;
import hotshoe.status.Status;
import hotshoe.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A host inside a program of your own.
 *
 * <pre>{@code
 * try (Hotshoe hotshoe = Hotshoe.builder().deploy(Path.of("hello.jar")).start()) {
 *   hotshoe.slices().list().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>The program and the extensions share the types of the API. The host opens no port and no
 * socket unless it is told to, leaves the program's log and URL handlers alone, and any number of
 * hosts fit into one process. Safe for use by many threads.
 */
public final class Hotshoe implements AutoCloseable {

  private final EmbeddedFolders folders;
  private final Configuration configuration;
  private final RunningHost host;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Hotshoe(EmbeddedFolders folders, Configuration configuration, RunningHost host) {
    this.folders = folders;
    this.configuration = configuration;
    this.host = host;
  }

  /** A host that has not been started yet. */
  public static HotshoeBuilder builder() {
    return new HotshoeBuilder();
  }

  static Hotshoe start(
      EmbeddedFolders folders, ConfigurationReader.Reading reading, FrameworkSetting setting) {
    if (reading.isRefused()) {
      throw new ProblemException(reading.problems());
    }
    HostControl control = new HostControl(Product.ofThisBuild());
    HostBundles all = HostBundles.ofThisBuild();
    boolean shell = reading.configuration().flag("shell.socket");
    Launcher launcher =
        new Launcher(
            reading.configuration(),
            new NestedBundles(),
            control,
            setting,
            shell ? all : all.withoutShell());
    RunningHost host = launcher.launch();
    host.keep(launcher.startTheRest(host));
    Hotshoe hotshoe = new Hotshoe(folders, reading.configuration(), host);
    control.stopWanted().thenRun(() -> Threads.daemon("close", hotshoe::close).start());
    return hotshoe;
  }

  /** The installed extensions. */
  public Extensions extensions() {
    return require(Extensions.class);
  }

  /**
   * All that can be done with archives: plans, installations from anywhere, ways back. {@code
   * hotshoe.installer().plan(InstallRequest.of("billing.zip"), InstallListener.NONE)} says what
   * would happen.
   */
  public Installer installer() {
    return require(Installer.class);
  }

  /** The slices of all extensions. */
  public Slices slices() {
    return require(Slices.class);
  }

  /**
   * What can be called: {@code hotshoe.operations().call("billing.close", Map.of("month", 3))}
   * calls as the program itself, which may everything, and returns the result or throws.
   */
  public Operations operations() {
    return require(Operations.class);
  }

  /** The calls that run, and the history of those that ran. */
  public Tasks tasks() {
    return require(Tasks.class);
  }

  /** The settings of all extensions, with their values per environment. */
  public Settings settings() {
    return require(Settings.class);
  }

  /** The things that operations act on. */
  public Resources resources() {
    return require(Resources.class);
  }

  /** Who may come through a door, and as what. */
  public Users users() {
    return require(Users.class);
  }

  /** What a caller may be. */
  public Roles roles() {
    return require(Roles.class);
  }

  /** Who did what, and who was not let. */
  public Audit audit() {
    return require(Audit.class);
  }

  /** How everybody is. */
  public Status status() {
    return require(Status.class);
  }

  /** The configuration that holds. */
  public Configuration configuration() {
    return configuration;
  }

  /** What was wrong when the host had started; empty when all that is deployed is active. */
  public List<Problem> problems() {
    return host.problems();
  }

  /**
   * A service that the host or an extension offers, if it is there now.
   *
   * @param type a type that program and extensions share: one of the API, or of a package that was
   *     {@linkplain HotshoeBuilder#share shared}
   */
  public <T> Optional<T> service(Class<T> type) {
    return closed.get() ? Optional.empty() : host.service(type);
  }

  /**
   * A service that must be there.
   *
   * @throws ProblemException when nobody offers it, or the host is closed
   */
  public <T> T require(Class<T> type) {
    return service(type)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.error("HS-HOST-008", "there is no service " + type.getName())
                        .because(closed.get() ? "the host is closed" : "nobody offers it now")
                        .advising("see extensions() and slices() for what is up")));
  }

  /**
   * Stops everything, in order, and deletes what was temporary. Closing again does nothing.
   *
   * @throws ProblemException when something did not stop within {@code stop.hard-limit}; it is left
   *     behind in its own threads
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Duration limit = configuration.duration("stop.hard-limit");
      Thread stopping = Threads.daemon("stop", host::stop);
      stopping.start();
      if (!Threads.join(stopping, limit)) {
        throw new ProblemException(Threads.notStopped(limit));
      }
      folders.close();
    }
  }
}
