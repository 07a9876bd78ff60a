package hotshoe.bench.peer;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Lies in Karaf as a bundle and prints two lines: {@code mark services} when the features of its
 * start are in and its shell can be opened, and {@code karaf ready} when also the start level is
 * reached at which every bundle runs. The second is what Hotshoe calls ready: everything that is
 * going to start has started.
 */
public final class KarafProbe implements BundleActivator {

  private static final int LAST_LEVEL = 100;

  private final Set<String> said = new HashSet<>();

  @Override
  public void start(BundleContext context) {
    BundleContext system = context.getBundle(0).getBundleContext();
    system.addServiceListener(event -> look(system));
    system.addFrameworkListener(event -> look(system));
    look(system);
  }

  private synchronized void look(BundleContext system) {
    if (hasServices(system)) {
      say("mark services");
      if (isAtLastLevel(system)) {
        say("karaf ready");
      }
    }
  }

  private void say(String line) {
    if (said.add(line)) {
      System.out.println(line);
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
