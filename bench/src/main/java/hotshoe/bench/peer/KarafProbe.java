package hotshoe.bench.peer;

import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Lies in Karaf as a bundle and prints {@code karaf ready} when the features of its start are in,
 * its shell can be opened, and the start level at which every bundle runs is reached: everything
 * that is going to start has started, which is also what Hotshoe calls ready.
 */
public final class KarafProbe implements BundleActivator {

  private static final int LAST_LEVEL = 100;

  private boolean said;

  @Override
  public void start(BundleContext context) {
    BundleContext system = context.getBundle(0).getBundleContext();
    system.addServiceListener(event -> look(system));
    system.addFrameworkListener(event -> look(system));
    look(system);
  }

  private synchronized void look(BundleContext system) {
    if (!said && hasServices(system) && isAtLastLevel(system)) {
      said = true;
      System.out.println("karaf ready");
      System.out.flush();
    }
  }

  private static boolean hasServices(BundleContext system) {
    return Stream.of(
            "org.apache.karaf.features.BootFinished",
            "org.apache.karaf.shell.api.console.SessionFactory")
        .allMatch(name -> system.getServiceReference(name) != null);
  }

  private static boolean isAtLastLevel(BundleContext system) {
    return system.getBundle().adapt(FrameworkStartLevel.class).getStartLevel() >= LAST_LEVEL;
  }

  @Override
  public void stop(BundleContext context) {}
}
