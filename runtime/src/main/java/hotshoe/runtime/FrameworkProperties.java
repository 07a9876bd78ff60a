package hotshoe.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** The settings under which the framework runs. */
final class FrameworkProperties {

  /**
   * Packages of the class path that every bundle may import beside the API. Old bundles ask for
   * SLF4J 1, new ones for SLF4J 2; the second serves both.
   */
  private static final String LOGGING =
      "org.slf4j;version=1.7.36,org.slf4j.event;version=1.7.36,org.slf4j.helpers;version=1.7.36,"
          + "org.slf4j.spi;version=1.7.36,"
          + "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,"
          + "org.slf4j.helpers;version=2.0.17,org.slf4j.spi;version=2.0.17,"
          + "org.osgi.service.log;version=1.5.0";

  private FrameworkProperties() {}

  static Map<String, Object> of(Path data) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, data.resolve("framework").toString());
    properties.put(
        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, apiPackages() + "," + LOGGING);
    properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    properties.put("felix.service.urlhandlers", "false");
    properties.put("felix.cm.dir", data.resolve("settings").toString());
    properties.put("gosh.args", "--nointeractive");
    return properties;
  }

  /**
   * What the API's own manifest exports; it is not installed, so that embedders share its types.
   */
  private static String apiPackages() {
    try (InputStream stream = FrameworkProperties.class.getResourceAsStream("api.manifest")) {
      return new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
