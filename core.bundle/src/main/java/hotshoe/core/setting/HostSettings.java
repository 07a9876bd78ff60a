package hotshoe.core.setting;

import hotshoe.caller.Audit;
import hotshoe.caller.Caller;
import hotshoe.configuration.Configuration;
import hotshoe.core.caller.Authority;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.setting.DeclaredSetting;
import hotshoe.setting.EnvironmentListener;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door of the settings: hears of those who declare them, of those who listen, and of
 * tools that change what is stored; and serves the host's own view.
 */
@Component(
    service = {Settings.class, ConfigurationListener.class, HostSettings.class},
    immediate = true)
public final class HostSettings implements Settings, ConfigurationListener {

  private static final Logger log = LoggerFactory.getLogger(HostSettings.class);

  /** So long may a provider take to say what it declares. */
  private static final Duration DECLARING = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newCachedThreadPool(HostSettings::daemon);
  private final Map<ServiceReference<?>, Problem> mute = new ConcurrentHashMap<>();
  private final SettingCatalogue catalogue = new SettingCatalogue();
  private final BundleContext bundles;
  private final ConfigurationFiles files;
  private final Scrutiny scrutiny;
  private final Announcements announcements;
  private final LiveEnvironments live;
  private final SettingsView host;

  /** Reads what is stored. */
  @Activate
  public HostSettings(
      BundleContext bundles,
      @Reference Configuration configuration,
      @Reference ConfigurationAdmin admin,
      @Reference ConfigurationFiles files,
      @Reference Authority authority,
      @Reference Audit audit) {
    this.bundles = bundles;
    this.files = files;
    Duration limit = configuration.duration("settings.listener-limit");
    scrutiny = new Scrutiny(threads, limit);
    announcements = new Announcements(threads, limit);
    live = new LiveEnvironments(catalogue, new EnvironmentStore(admin), announcements, scrutiny);
    host =
        new SettingsView(Caller.HOST, live, catalogue, new Desk(authority, audit), this::findings);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "hotshoe settings");
    thread.setDaemon(true);
    return thread;
  }

  /** An extension declares settings. Whatever is wrong with them is logged and kept. */
  @Reference(
      service = SettingProvider.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "withdraw")
  public void declare(ServiceReference<SettingProvider> reference) {
    Optional<ExtensionName> owner = owner(reference);
    Optional<SettingProvider> provider = Optional.ofNullable(bundles.getService(reference));
    if (owner.isPresent() && provider.isPresent()) {
      tell(declare(reference, owner.get(), provider.get()));
    }
  }

  private List<Problem> declare(
      ServiceReference<?> reference, ExtensionName owner, SettingProvider provider) {
    try {
      List<Setting<?>> settings = scrutiny.within(DECLARING, provider::settings);
      return catalogue.add(reference, new SettingCatalogue.Bundle(owner, provider, settings));
    } catch (ExecutionException e) {
      return mute(reference, owner, provider, String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      return mute(reference, owner, provider, "settings() did not return");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return mute(reference, owner, provider, "the host was interrupted");
    } catch (NullPointerException e) {
      return mute(reference, owner, provider, "settings() returned null, or null among them");
    }
  }

  private List<Problem> mute(
      ServiceReference<?> reference, ExtensionName owner, SettingProvider provider, String why) {
    Problem problem = SettingProblems.undeclared(owner, provider.getClass().getName(), why);
    mute.put(reference, problem);
    return List.of(problem);
  }

  private static Optional<ExtensionName> owner(ServiceReference<?> reference) {
    return Optional.ofNullable(reference.getBundle())
        .flatMap(
            bundle -> {
              try {
                return Optional.of(ExtensionName.of(bundle.getHeaders("")));
              } catch (IllegalArgumentException e) {
                log.warn("the settings of bundle {} are not taken in", bundle.getBundleId(), e);
                return Optional.empty();
              }
            });
  }

  /** An extension's settings go; what is stored for them stays. */
  public void withdraw(ServiceReference<SettingProvider> reference) {
    mute.remove(reference);
    tell(catalogue.remove(reference));
    bundles.ungetService(reference);
  }

  /** Somebody wants to hear of environments. */
  @Reference(
      service = EnvironmentListener.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "leave")
  public void listen(ServiceReference<EnvironmentListener> reference) {
    String name = String.valueOf(reference.getBundle());
    announcements.add(reference, name, () -> bundles.getService(reference));
  }

  /** Somebody wants to hear no more. */
  public void leave(ServiceReference<EnvironmentListener> reference) {
    announcements.remove(reference);
  }

  /** A tool, or we ourselves, changed a configuration. */
  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (event.getPid().startsWith(EnvironmentStore.PREFIX)) {
      try {
        live.absorb(event.getPid().substring(EnvironmentStore.PREFIX.length()));
      } catch (ProblemException e) {
        tell(e.problems());
      } catch (IllegalStateException | RejectedExecutionException stopping) {
        log.debug("A configuration changed while the host stops", stopping);
      }
    }
  }

  private static void tell(List<Problem> problems) {
    problems.forEach(problem -> log.warn(problem.sentence()));
  }

  private List<Problem> findings() {
    return Stream.of(files.problems(), mute.values(), catalogue.problems(), live.problems())
        .flatMap(java.util.Collection::stream)
        .toList();
  }

  /** Ends the threads. What is stored is stored. */
  @Deactivate
  public void close() {
    threads.shutdownNow();
  }

  @Override
  public Settings as(Caller caller) {
    return host.as(caller);
  }

  @Override
  public List<DeclaredSetting> declared() {
    return host.declared();
  }

  @Override
  public List<String> environments() {
    return host.environments();
  }

  @Override
  public void create(String environment) {
    host.create(environment);
  }

  @Override
  public void clear(String environment) {
    host.clear(environment);
  }

  @Override
  public void delete(String environment) {
    host.delete(environment);
  }

  @Override
  public List<SettingValue> list(String environment) {
    return host.list(environment);
  }

  @Override
  public SettingValue get(String environment, String setting) {
    return host.get(environment, setting);
  }

  @Override
  public <T> Optional<T> get(String environment, Setting<T> setting) {
    return host.get(environment, setting);
  }

  @Override
  public void set(String environment, String setting, Object value) {
    host.set(environment, setting, value);
  }

  @Override
  public void reset(String environment, String setting) {
    host.reset(environment, setting);
  }

  @Override
  public void protect(String environment, String reason, Map<String, ?> values) {
    host.protect(environment, reason, values);
  }

  @Override
  public List<Orphan> orphans() {
    return host.orphans();
  }

  @Override
  public void forget(Orphan orphan) {
    host.forget(orphan);
  }

  @Override
  public List<Problem> problems() {
    return host.problems();
  }
}
