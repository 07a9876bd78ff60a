package hotshoe.runtime.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Manifest;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.log.LogService;
import org.osgi.service.log.LoggerFactory;

/**
 * How the framework is to behave.
 *
 * @param ownsProcess whether the process is the host's own, so that it may claim what exists only
 *     once in a process
 * @param shared packages of the class path that extensions may import beside the API, each with its
 *     version, as in {@code org.example.api;version=1.2.0}
 * @param provided registers services of the embedding program
 */
public record FrameworkSetting(
    boolean ownsProcess, List<String> shared, List<Consumer<BundleContext>> provided) {

  /**
   * Old bundles ask for SLF4J 1, new ones for SLF4J 2; the second serves both. SCR and others log
   * through OSGi's own service.
   */
  private static final List<String> LOGGING =
      List.of(
          "org.slf4j;version=1.7.36",
          "org.slf4j.event;version=1.7.36",
          "org.slf4j.helpers;version=1.7.36",
          "org.slf4j.spi;version=1.7.36",
          "org.slf4j;version=2.0.17",
          "org.slf4j.event;version=2.0.17",
          "org.slf4j.helpers;version=2.0.17",
          "org.slf4j.spi;version=2.0.17",
          "org.osgi.service.log;version=1.5.0");

  public FrameworkSetting {
    shared = List.copyOf(shared);
    provided = List.copyOf(provided);
  }

  /** The setting of a host that has the process for itself. */
  public static FrameworkSetting ofAProcess() {
    return new FrameworkSetting(true, List.of(), List.of());
  }

  /**
   * The same.
   *
   * @param begun told as soon as services can be followed
   */
  public static FrameworkSetting ofAProcess(Consumer<BundleContext> begun) {
    return new FrameworkSetting(true, List.of(), List.of(begun));
  }

  /**
   * The properties of a framework.
   *
   * @param cache the folder of its bundle cache
   * @param keep whether what is in the cache is still good
   * @param settings the folder in which Configuration Admin keeps its files
   */
  public Map<String, Object> properties(Path cache, boolean keep, Path settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    if (!keep) {
      properties.put(
          Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    }
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, systemPackages());
    properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    properties.put("felix.service.urlhandlers", String.valueOf(ownsProcess));
    properties.put("felix.log.logger", new FrameworkLog());
    properties.put("felix.cm.dir", settings.toString());
    properties.put("felix.cm.pm", "hotshoe"); // atomic and forced: see docs/decisions/settings.md
    // Pax Logging, dropped as an extension, would take the whole process's java.util.logging.
    properties.put("org.ops4j.pax.logging.skipJUL", "true");
    properties.put("hotshoe.console", String.valueOf(ownsProcess));
    return properties;
  }

  /** Every package of the class path that bundles may import. */
  public String systemPackages() {
    List<String> packages = new ArrayList<>(List.of(apiPackages()));
    packages.addAll(LOGGING);
    packages.addAll(shared);
    return String.join(",", packages);
  }

  /** Registers what the bundles need of the program. */
  public void provide(BundleContext context) {
    context.registerService(
        new String[] {LogService.class.getName(), LoggerFactory.class.getName()},
        new BundleLogs.ForEach(),
        null);
    provided.forEach(service -> service.accept(context));
  }

  /** What the API's manifest exports; it is not installed, so that embedders share its types. */
  private static String apiPackages() {
    try (InputStream stream =
        FrameworkSetting.class.getResourceAsStream("/hotshoe/runtime/api.manifest")) {
      return new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
