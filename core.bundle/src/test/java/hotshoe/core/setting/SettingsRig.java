package hotshoe.core.setting;

import hotshoe.caller.Access;
import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.core.caller.Authority;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.problem.Problem;
import hotshoe.setting.EnvironmentListener;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.cm.PersistenceManager;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Settings in a real framework with Felix's Configuration Admin on our files. Extensions are real
 * bundles, without content, in whose name the test registers services.
 */
final class SettingsRig implements AutoCloseable, Authority, Audit {

  final HostSettings settings;
  final List<AuditEntry> noted = new CopyOnWriteArrayList<>();
  private final Framework framework;
  private final Path folder;

  SettingsRig(Path home) throws Exception {
    folder = home.resolve("settings");
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    home.resolve("framework").toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                    "felix.cm.pm",
                    ConfigurationFiles.NAME,
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "org.osgi.service.cm;version=1.6.1,org.apache.felix.cm;version=1.2.0,"
                        + "org.apache.felix.cm.file;version=1.1.0,"
                        + "org.osgi.service.metatype;version=1.4.1,org.osgi.service.log;version=1.5.0"));
    framework.start();
    ConfigurationFiles files = new ConfigurationFiles(folder);
    Dictionary<String, Object> named = new Hashtable<>();
    named.put(PersistenceManager.PROPERTY_NAME, ConfigurationFiles.NAME);
    context().registerService(PersistenceManager.class, files, named);
    startFromClassPath("org.apache.felix.configadmin-");
    WrittenConfiguration configuration =
        new WrittenConfiguration().with("settings.listener-limit", "0.3S");
    settings = new HostSettings(context(), configuration, admin(), files, this, this);
    context().registerService(ConfigurationListener.class, settings, null);
    track(SettingProvider.class, settings::declare, settings::withdraw);
    track(EnvironmentListener.class, settings::listen, settings::leave);
    offer("hotshoe", EnvironmentSettings.GUARD);
  }

  private interface Told<T> {
    void of(ServiceReference<T> reference);
  }

  /** What Declarative Services do with the references of {@link HostSettings}. */
  private <T> void track(Class<T> type, Told<T> come, Told<T> go) {
    ServiceTrackerCustomizer<T, ServiceReference<T>> customizer =
        new ServiceTrackerCustomizer<>() {
          @Override
          public ServiceReference<T> addingService(ServiceReference<T> reference) {
            come.of(reference);
            return reference;
          }

          @Override
          public void modifiedService(ServiceReference<T> reference, ServiceReference<T> same) {}

          @Override
          public void removedService(ServiceReference<T> reference, ServiceReference<T> same) {
            go.of(reference);
          }
        };
    new ServiceTracker<>(context(), type, customizer).open();
  }

  void startFromClassPath(String prefix) throws BundleException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (new File(entry).getName().startsWith(prefix)) {
        context().installBundle(new File(entry).toURI().toString()).start();
      }
    }
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  <T> T service(Class<T> type) {
    return context().getService(context().getServiceReference(type));
  }

  private ConfigurationAdmin admin() {
    return service(ConfigurationAdmin.class);
  }

  Path file(String environment) {
    return folder.resolve(EnvironmentStore.pid(environment) + ".config");
  }

  /** A bundle of this name, started. */
  Bundle extension(String name) throws BundleException, IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Hotshoe-Extension", name);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    Bundle bundle =
        context().installBundle("rig:" + name, new ByteArrayInputStream(bytes.toByteArray()));
    bundle.start();
    return bundle;
  }

  /** An extension of this name declares these; unregister to remove it. */
  ServiceRegistration<?> offer(String extension, Setting<?>... settings) throws Exception {
    return offer(extension, () -> List.of(settings));
  }

  ServiceRegistration<?> offer(String extension, SettingProvider provider) throws Exception {
    return extension(extension)
        .getBundleContext()
        .registerService(SettingProvider.class, provider, null);
  }

  ServiceRegistration<?> listener(EnvironmentListener listener) {
    return context().registerService(EnvironmentListener.class, listener, null);
  }

  /** What Configuration Admin holds for an environment. */
  Dictionary<String, Object> held(String environment) throws Exception {
    Configuration[] found =
        admin().listConfigurations("(service.pid=" + EnvironmentStore.pid(environment) + ")");
    return found == null ? new Hashtable<>() : found[0].getProperties();
  }

  /** What a tool does: changes one property and leaves the others; null takes it away. */
  void toolWrites(String environment, String key, Object value) throws Exception {
    Configuration configuration = admin().getConfiguration(EnvironmentStore.pid(environment), "?");
    Dictionary<String, Object> properties = new Hashtable<>();
    if (configuration.getProperties() != null) {
      for (String each : Collections.list(configuration.getProperties().keys())) {
        properties.put(each, configuration.getProperties().get(each));
      }
    }
    if (value == null) {
      properties.remove(key);
    } else {
      properties.put(key, value);
    }
    configuration.update(properties);
  }

  void toolDeletes(String environment) throws Exception {
    admin().getConfiguration(EnvironmentStore.pid(environment), "?").delete();
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      Thread.sleep(5);
    }
  }

  @Override
  public Optional<Problem> refusal(
      Caller caller, String what, Access access, Map<String, ?> arguments) {
    return allows(caller, access)
        ? Optional.empty()
        : Optional.of(Problem.error("HS-CALLER-001", caller.name() + " may not do " + what));
  }

  @Override
  public boolean allows(Caller caller, Access access) {
    return caller.roles().contains("pool-admin")
        || access.anyOf().stream().anyMatch(caller.roles()::contains)
        || (caller.roles().contains("pool-operator") && access.anyOf().contains("read-only"));
  }

  @Override
  public void note(AuditEntry entry) {
    noted.add(entry);
  }

  @Override
  public List<AuditEntry> tail(int count) {
    return noted;
  }

  @Override
  public void flush() {
    // all is in memory
  }

  @Override
  public void close() throws Exception {
    settings.close();
    framework.stop();
    framework.waitForStop(10_000);
  }
}
