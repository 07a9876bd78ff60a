package hotshoe.runtime.framework;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Map;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what Felix 7.0.5 remembers of an uninstalled bundle: its table of services in use keeps
 * an entry for every bundle that ever used one, and with it the bundle's headers and index, some 9
 * kB for each deployment, for as long as the framework lives. There is no other way to that table
 * than reflection; a framework that has none is left alone.
 */
public final class UninstalledBundles implements SynchronousBundleListener {

  private static final Logger LOG = LoggerFactory.getLogger(UninstalledBundles.class);

  private final Map<?, ?> servicesInUse;

  private UninstalledBundles(Map<?, ?> servicesInUse) {
    this.servicesInUse = servicesInUse;
  }

  /** Lets an initialised framework forget from now on; ends with it. */
  public static void forgetIn(Framework framework) {
    try {
      Object registry = field(framework, "m_registry");
      if (field(registry, "m_inUseMap") instanceof Map<?, ?> servicesInUse) {
        framework.getBundleContext().addBundleListener(new UninstalledBundles(servicesInUse));
      }
    } catch (ReflectiveOperationException | InaccessibleObjectException anotherFramework) {
      LOG.debug("this framework has no table of services in use", anotherFramework);
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  /**
   * The bundle has been stopped, so its services are given back and only the empty entry is left.
   */
  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.UNINSTALLED) {
      servicesInUse.remove(event.getBundle());
    }
  }
}
