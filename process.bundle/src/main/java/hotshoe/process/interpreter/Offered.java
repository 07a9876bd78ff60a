package hotshoe.process.interpreter;

import hotshoe.configuration.Configuration;
import hotshoe.process.Interpreter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The interpreters that are services now: at first those that an earlier start has found, unless
 * their files have changed, so that extensions which need them need not wait for the search.
 */
@Component(service = Offered.class, immediate = true)
public final class Offered {

  private final BundleContext context;
  private final Memory memory;
  private final Map<String, ServiceRegistration<Interpreter>> services = new HashMap<>();
  private List<Found> current = List.of();
  private boolean closed;

  /** Offers what is remembered and still wanted. */
  @Activate
  public Offered(BundleContext context, @Reference Configuration configuration) {
    this.context = context;
    this.memory = new Memory(configuration.path("data").resolve("interpreters.txt"));
    Wanted wanted = new Wanted(configuration);
    offer(memory.recall().stream().filter(wanted::includes).toList());
  }

  /** What is offered. */
  synchronized List<Found> current() {
    return current;
  }

  /** Offers these and no others, the preferred ones first, and remembers them. */
  void replace(List<Found> found) {
    if (offer(found)) {
      memory.keep(found);
    }
  }

  private synchronized boolean offer(List<Found> found) {
    if (closed || found.equals(current)) {
      return false;
    }
    Set<String> offered = new HashSet<>();
    for (Found one : found) {
      if (offered.add(one.line())) {
        add(one, found.size() - offered.size());
      }
    }
    for (String line : List.copyOf(services.keySet())) {
      if (!offered.contains(line)) {
        services.remove(line).unregister();
      }
    }
    current = List.copyOf(found);
    return true;
  }

  private void add(Found found, int ranking) {
    Interpreter interpreter = found.interpreter();
    Map<String, Object> properties =
        Map.of(
            Interpreter.LANGUAGE, interpreter.language(),
            Interpreter.VERSION, interpreter.version(),
            Constants.SERVICE_RANKING, ranking);
    ServiceRegistration<Interpreter> before = services.get(found.line());
    if (before == null) {
      services.put(
          found.line(),
          context.registerService(
              Interpreter.class, interpreter, FrameworkUtil.asDictionary(properties)));
    } else {
      before.setProperties(FrameworkUtil.asDictionary(properties));
    }
  }

  /** Takes them all back. */
  @Deactivate
  public synchronized void close() {
    closed = true;
    services.values().forEach(ServiceRegistration::unregister);
    services.clear();
    current = List.of();
  }
}
