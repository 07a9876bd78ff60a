package hotshoe.runtime.framework;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Leads what the framework says of itself into the log. */
final class FrameworkLog extends org.apache.felix.framework.Logger {

  private static final org.slf4j.Logger log = LoggerFactory.getLogger("framework");

  FrameworkLog() {
    setLogLevel(LOG_WARNING);
  }

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  protected void doLog(
      Bundle bundle, ServiceReference reference, int level, String message, Throwable cause) {
    log.atLevel(level(level))
        .setCause(cause)
        .log(bundle == null ? message : bundle.getSymbolicName() + ": " + message);
  }

  private static Level level(int level) {
    return switch (level) {
      case LOG_ERROR -> Level.ERROR;
      case LOG_WARNING -> Level.WARN;
      case LOG_INFO -> Level.INFO;
      default -> Level.DEBUG;
    };
  }
}
