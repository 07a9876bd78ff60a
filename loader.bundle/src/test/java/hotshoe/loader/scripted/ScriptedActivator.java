package hotshoe.loader.scripted;

import java.util.Collection;
import java.util.function.Consumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The one activator of all test bundles. It does what the header {@code Test-Start} says, and tells
 * the journal, which is a service with the property {@code journal}.
 */
public final class ScriptedActivator implements BundleActivator {

  @Override
  public void start(BundleContext context) throws Exception {
    String deed = context.getBundle().getHeaders().get("Test-Start");
    tell(context, "start");
    if ("throw".equals(deed)) {
      throw new IllegalStateException("no database");
    }
    if ("hang".equals(deed)) {
      Thread.sleep(60_000);
    }
    if ("call".equals(deed)) {
      call(context);
    }
  }

  @Override
  public void stop(BundleContext context) throws Exception {
    tell(context, "stop");
    if ("throw".equals(context.getBundle().getHeaders().get("Test-Stop"))) {
      throw new IllegalStateException("no way out");
    }
  }

  /** Runs whatever the test has registered to be run. */
  private static void call(BundleContext context) throws Exception {
    Collection<ServiceReference<Runnable>> calls =
        context.getServiceReferences(Runnable.class, "(journal=*)");
    calls.forEach(call -> context.getService(call).run());
  }

  @SuppressWarnings("unchecked")
  private static void tell(BundleContext context, String step) throws Exception {
    for (ServiceReference<?> journal :
        context.getServiceReferences(Consumer.class, "(journal=*)")) {
      ((Consumer<String>) context.getService(journal))
          .accept(
              context.getBundle().getSymbolicName()
                  + " "
                  + context.getBundle().getVersion()
                  + " "
                  + step);
    }
  }
}
