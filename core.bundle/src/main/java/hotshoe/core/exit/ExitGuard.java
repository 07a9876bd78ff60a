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

  /**
   * Begins to guard. What the hook needs to look at a class is loaded before the hook is there:
   * otherwise it would have to look at that class first.
   */
  @Activate
  public ExitGuard(BundleContext bundles) {
    ExitCalls.mayBeIn(new byte[0]);
    registration = bundles.registerService(WeavingHook.class, new ExitWeaver(), null);
  }

  /** Ends the guard; classes that are loaded already stay as they are. */
  @Deactivate
  public void close() {
    registration.unregister();
  }
}
