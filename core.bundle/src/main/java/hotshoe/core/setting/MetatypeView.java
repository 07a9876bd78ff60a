package hotshoe.core.setting;

import hotshoe.setting.EnvironmentListener;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeProvider;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Shows the ecosystem's tools every environment as a form: one object class for its configuration,
 * made anew each time that somebody looks. Comes when Metatype's service does.
 */
@Component(service = EnvironmentListener.class, immediate = true)
public final class MetatypeView implements EnvironmentListener, MetaTypeProvider {

  private final Map<String, ServiceRegistration<?>> shown = new ConcurrentHashMap<>();
  private final BundleContext bundles;
  private final HostSettings settings;
  private final Bundle tools;

  /** Shows the environments that are there. */
  @Activate
  public MetatypeView(
      BundleContext bundles,
      @Reference HostSettings settings,
      @Reference ServiceReference<MetaTypeService> tools) {
    this.bundles = bundles;
    this.settings = settings;
    this.tools = tools.getBundle();
    settings.environments().forEach(this::created);
  }

  @Override
  public void created(String environment) {
    shown.computeIfAbsent(environment, this::show);
  }

  private ServiceRegistration<?> show(String environment) {
    Dictionary<String, Object> properties = new Hashtable<>();
    String pid = EnvironmentStore.pid(environment);
    properties.put(Constants.SERVICE_PID, pid);
    properties.put(MetaTypeProvider.METATYPE_PID, new String[] {pid});
    return bundles.registerService(MetaTypeProvider.class, this, properties);
  }

  @Override
  public void deleted(String environment) {
    ServiceRegistration<?> registration = shown.remove(environment);
    if (registration != null) {
      registration.unregister();
    }
  }

  /**
   * Shows nothing any more. Felix Metatype (1.2.4) that is just stopping would fail to let go of
   * what it shows, with a stack in the log; it is told when it has stopped.
   */
  @Deactivate
  public void close() {
    if (tools.getState() == Bundle.STOPPING) {
      bundles.addBundleListener(new Afterwards());
    } else {
      hide();
    }
  }

  private void hide() {
    shown.keySet().forEach(this::deleted);
  }

  /** Waits for the tools to have stopped. */
  private final class Afterwards implements SynchronousBundleListener {

    @Override
    public void bundleChanged(BundleEvent event) {
      if (event.getBundle().equals(tools) && event.getType() == BundleEvent.STOPPED) {
        bundles.removeBundleListener(this);
        hide();
      }
    }
  }

  @Override
  public ObjectClassDefinition getObjectClassDefinition(String id, String locale) {
    if (!id.startsWith(EnvironmentStore.PREFIX)) {
      throw new IllegalArgumentException(id);
    }
    String environment = id.substring(EnvironmentStore.PREFIX.length());
    return new SettingForm(id, environment, settings.declared());
  }

  @Override
  public String[] getLocales() {
    return new String[0];
  }
}
