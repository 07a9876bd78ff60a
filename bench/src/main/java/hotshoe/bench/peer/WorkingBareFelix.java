package hotshoe.bench.peer;

import hotshoe.configuration.Configuration;
import hotshoe.extension.Deployment;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.operation.Operations;
import hotshoe.slice.Slices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * Bare Felix again, with the two services that the host's components wait for, so that they do the
 * very work that they do in Hotshoe. What is left to Hotshoe's launcher is then: reading arguments
 * and configuration, the log, the lock of the data folder, signals. Says {@code bare ready}.
 *
 * <p>Arguments as for {@link BareFelix}.
 */
public final class WorkingBareFelix {

  private WorkingBareFelix() {}

  public static void main(String[] arguments) throws Exception {
    Path storage = Path.of(arguments[0]);
    BareFelix felix =
        new BareFelix(storage, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, arguments[1]));
    BundleContext context = felix.context();
    String options = System.getProperty(FixedConfiguration.PROPERTY);
    context.registerService(
        Configuration.class, new FixedConfiguration(storage.getParent(), options), null);
    context.registerService(Host.class, new StillHost(Instant.now()), null);
    felix.startAll(BareFelix.bundles(arguments));
    service(context, Deployment.class).start();
    service(context, Slices.class).hold().close();
    service(context, Operations.class).generation(); // without the catalogue it is no peer
    System.out.println("bare ready");
    felix.awaitStop();
  }

  private static <T> T service(BundleContext context, Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    if (reference == null) {
      throw new IllegalStateException("no component offers " + type.getName());
    }
    return context.getService(reference);
  }

  /** A host that is always about to be ready. */
  private record StillHost(Instant started) implements Host {

    @Override
    public String product() {
      return "bare";
    }

    @Override
    public String version() {
      return "0";
    }

    @Override
    public Phase phase() {
      return Phase.STARTING;
    }

    @Override
    public void stop(String reason) {
      // the one who started it stops it
    }
  }
}
