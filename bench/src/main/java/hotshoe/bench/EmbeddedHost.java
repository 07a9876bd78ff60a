package hotshoe.bench;

import hotshoe.runtime.Hotshoe;
import hotshoe.slice.Slices;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Hotshoe in this JVM, with an eye on the framework behind it. */
final class EmbeddedHost implements AutoCloseable {

  private final Hotshoe hotshoe;

  /** Starts it in a home folder; returns when everything in its deploy folder is up. */
  EmbeddedHost(Path home) {
    hotshoe =
        Hotshoe.builder()
            .home(home)
            .option("gateway.enabled", false)
            .option("shell.socket", false)
            .start();
  }

  Slices slices() {
    return hotshoe.slices();
  }

  /** The system bundle's context. */
  BundleContext context() {
    return FrameworkUtil.getBundle(slices().getClass())
        .getBundleContext()
        .getBundle(0)
        .getBundleContext();
  }

  @Override
  public void close() {
    hotshoe.close();
  }
}
