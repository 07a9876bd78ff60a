package hotshoe.runtime.framework;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
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
  public String location(String fileName) {
    return "hotshoe-host:" + fileName;
  }

  @Override
  public void install(BundleContext context, String fileName) throws BundleException, IOException {
    if (context.getBundle(location(fileName)) != null) {
      return;
    }
    try (InputStream stream =
        getClass().getResourceAsStream("/hotshoe/runtime/bundles/" + fileName)) {
      if (stream == null) {
        throw new FileNotFoundException(fileName + " is missing from the program");
      }
      context.installBundle(location(fileName), stream);
    }
  }

  @Override
  public String fingerprint() {
    return "";
  }
}
