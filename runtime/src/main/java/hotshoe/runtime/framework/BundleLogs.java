package hotshoe.runtime.framework;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Leads what bundles log through OSGi's service into the log of all others. */
final class BundleLogs implements LogService {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger("bundles");

  private static final String MACHINERY = "org.apache.felix.scr";

  /** Tells as details what it stores, and that may be a secret (Felix 1.9.26). */
  private static final String TALKATIVE = "org.apache.felix.configadmin";

  private final Level finest;

  private BundleLogs(Level finest) {
    this.finest = finest;
  }

  /** Gives every bundle a log service of its own. */
  static final class ForEach implements ServiceFactory<LogService> {

    @Override
    public LogService getService(Bundle bundle, ServiceRegistration<LogService> registration) {
      return of(bundle.getSymbolicName());
    }

    @Override
    public void ungetService(
        Bundle bundle, ServiceRegistration<LogService> registration, LogService service) {
      // nothing was opened
    }
  }

  /** The log service of the bundle of this symbolic name. */
  static LogService of(String bundle) {
    return new BundleLogs(finest(bundle));
  }

  private static Level finest(String bundle) {
    return TALKATIVE.equals(bundle) ? Level.INFO : Level.TRACE;
  }

  @Override
  public Logger getLogger(String name) {
    return new BundleLog(LoggerFactory.getLogger(name), Level.INFO, finest);
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
    String owner = bundle.getSymbolicName();
    return type.cast(
        new BundleLog(
            LoggerFactory.getLogger(name),
            MACHINERY.equals(owner) ? Level.DEBUG : Level.INFO,
            finest(owner)));
  }

  @Override
  @Deprecated
  public void log(int level, String message) {
    tell(level(level), message, Optional.empty());
  }

  @Override
  @Deprecated
  public void log(int level, String message, Throwable cause) {
    tell(level(level), message, Optional.ofNullable(cause));
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

  private void tell(Level level, String message, Optional<Throwable> cause) {
    if (level.toInt() >= finest.toInt()) {
      log.atLevel(level).setCause(cause.orElse(null)).log(message); // null: none, says SLF4J
    }
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
