package hotshoe.runtime.framework;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Leads what bundles log through OSGi's service into the log of all others. */
final class BundleLogs implements LogService {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger("bundles");

  private static final String MACHINERY = "org.apache.felix.scr";

  @Override
  public Logger getLogger(String name) {
    return new BundleLog(LoggerFactory.getLogger(name), Level.INFO);
  }

  @Override
  public Logger getLogger(Class<?> type) {
    return getLogger(type.getName());
  }

  @Override
  public <L extends Logger> L getLogger(String name, Class<L> type) {
    return type.cast(getLogger(name));
  }

  @Override
  public <L extends Logger> L getLogger(Class<?> owner, Class<L> type) {
    return getLogger(owner.getName(), type);
  }

  /** What the machinery of components thinks of as information is detail to everybody else. */
  @Override
  public <L extends Logger> L getLogger(Bundle bundle, String name, Class<L> type) {
    boolean machinery = MACHINERY.equals(bundle.getSymbolicName());
    return type.cast(
        new BundleLog(LoggerFactory.getLogger(name), machinery ? Level.DEBUG : Level.INFO));
  }

  @Override
  @Deprecated
  public void log(int level, String message) {
    log.atLevel(level(level)).log(message);
  }

  @Override
  @Deprecated
  public void log(int level, String message, Throwable cause) {
    log.atLevel(level(level)).setCause(cause).log(message);
  }

  @Override
  @Deprecated
  public void log(ServiceReference<?> service, int level, String message) {
    log(level, message);
  }

  @Override
  @Deprecated
  public void log(ServiceReference<?> service, int level, String message, Throwable cause) {
    log(level, message, cause);
  }

  /** The numbers of old; 1 is an error, 4 and above are details. */
  private static Level level(int number) {
    return switch (number) {
      case 1 -> Level.ERROR;
      case 2 -> Level.WARN;
      case 3 -> Level.INFO;
      default -> Level.DEBUG;
    };
  }
}
