package hotshoe.system.script;

import hotshoe.system.script.ScriptedSlice.Deed;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * What old bundles bring instead of components: code that runs while the bundle starts and stops.
 * It does what the bundle's headers {@code Script-Start} and {@code Script-Stop} say.
 */
public class ScriptedActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws Exception {
    perform(context, "Script-Start");
  }

  @Override
  public void stop(BundleContext context) throws Exception {
    perform(context, "Script-Stop");
  }

  private static void perform(BundleContext context, String header) throws Exception {
    String deed = context.getBundle().getHeaders().get(header);
    if (deed != null) {
      Deed.valueOf(deed)
          .perform(context.getBundle().getSymbolicName() + " was told to by " + header);
    }
  }
}
