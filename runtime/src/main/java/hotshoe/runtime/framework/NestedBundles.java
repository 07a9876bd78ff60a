package hotshoe.runtime.framework;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * The host's bundles as resources of our own jar, which may itself lie in another one: they are
 * only ever read as streams.
 */
public final class NestedBundles implements BundleSource {

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Framework framework(Map<String, Object> properties) {
    return new FrameworkFactory().newFramework((Map) properties);
  }

  @Override
  public Bundle install(BundleContext context, String fileName)
      throws BundleException, IOException {
    String location = "hotshoe-host:" + fileName;
    Bundle installed = context.getBundle(location);
    if (installed != null) {
      return installed;
    }
    try (InputStream stream =
        getClass().getResourceAsStream("/hotshoe/runtime/bundles/" + fileName)) {
      if (stream == null) {
        throw new FileNotFoundException(fileName + " is missing from the program");
      }
      return context.installBundle(location, stream);
    }
  }

  @Override
  public String fingerprint() {
    return "";
  }
}
