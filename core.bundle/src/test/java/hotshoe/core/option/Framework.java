package hotshoe.core.option;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import hotshoe.configuration.Predecessor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.FrameworkFactory;

/** A real framework with Configuration Admin, sharing its API with the test. */
final class Framework implements AutoCloseable {

  private final org.osgi.framework.launch.Framework framework;

  Framework(Path storage) throws Exception {
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    "felix.cm.dir",
                    storage.resolve("cm").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "org.osgi.service.cm;version=1.6.1"));
    framework.start();
    startFromClassPath("org.apache.felix.configadmin-");
  }

  private void startFromClassPath(String prefix) throws BundleException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (new File(entry).getName().startsWith(prefix)) {
        framework.getBundleContext().installBundle(new File(entry).toURI().toString()).start();
      }
    }
  }

  <T> T service(Class<T> type) {
    var context = framework.getBundleContext();
    return context.getService(context.getServiceReference(type));
  }

  Bundle install(String name, InputStream jar) throws BundleException {
    return framework.getBundleContext().installBundle("hotshoe:" + name, jar);
  }

  /** Makes a bundle of this test package as an author's build does. */
  static InputStream built(String name, String packageName, String activator) throws Exception {
    try (Builder builder = new Builder()) {
      builder.addClasspath(locationOf(Framework.class));
      builder.addClasspath(locationOf(Predecessor.class));
      builder.setProperty("Bundle-SymbolicName", name);
      builder.setProperty("Bundle-Activator", activator);
      builder.setProperty("Private-Package", packageName);
      builder.setProperty("Import-Package", "org.osgi.framework");
      builder.setProperty("-noee", "true");
      try (Jar jar = builder.build()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jar.write(bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
      }
    }
  }

  private static File locationOf(Class<?> type) throws Exception {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A bundle with this Metatype document, or none when it is empty, and one text beside it. */
  static InputStream documented(String name, String document) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      if (!document.isEmpty()) {
        jar.putNextEntry(new JarEntry("OSGI-INF/metatype/options.xml"));
        jar.write(document.getBytes(StandardCharsets.UTF_8));
        jar.putNextEntry(new JarEntry("texts.properties"));
        jar.write("level.text=How loud".getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }
}
