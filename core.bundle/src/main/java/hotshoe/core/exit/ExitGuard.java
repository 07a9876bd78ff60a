package hotshoe.core.exit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Has every class of an extension looked at when it is loaded. The hook is registered by hand and
 * not as a component's service: a component is created when somebody first asks for it, which here
 * would be in the middle of loading a class, its own among them.
 */
@Component(
    service = {},
    immediate = true)
public final class ExitGuard {

  private final ServiceRegistration<WeavingHook> registration;

  /** Begins to guard. */
  @Activate
  public ExitGuard(BundleContext bundles) {
    registration =
        bundles.registerService(WeavingHook.class, new ExitWeaver(bundles.getBundle()), null);
  }

  /** Ends the guard; classes that are loaded already stay as they are. */
  @Deactivate
  public void close() {
    registration.unregister();
  }
}
