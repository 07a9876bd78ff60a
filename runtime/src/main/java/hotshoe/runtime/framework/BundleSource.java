package hotshoe.runtime.framework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/** Where the host's own bundles come from. */
public interface BundleSource {

  /** Where the start script says the bundles lie, or else our own jar. */
  static BundleSource ofThisProgram() {
    String folder = System.getProperty("hotshoe.bundles");
    return folder == null ? new NestedBundles() : new ClassPathBundles(Path.of(folder));
  }

  /** A framework that can install from this source, not yet initialised. */
  Framework framework(Map<String, Object> properties);

  /** Where, in the framework's eyes, the bundle of this file name comes from. */
  String location(String fileName);

  /** Installs the bundle of this file name, unless it is installed already. */
  void install(BundleContext context, String fileName) throws BundleException, IOException;

  /** The installed bundle of this file name. */
  default Bundle installed(BundleContext context, String fileName) {
    return context.getBundle(location(fileName));
  }

  /** Differs whenever the bundles differ; empty when that cannot be told. */
  String fingerprint();
}
