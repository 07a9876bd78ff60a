package hotshoe.runtime.framework;

import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.LoggerConsumer;
import org.slf4j.event.Level;

/**
 * One logger of OSGi's log service. It formats as SLF4J does, and what must always be told is told
 * as information.
 *
 * @param target where it leads
 * @param information the level of what it calls information
 * @param finest what is finer is not told, whatever the level of the log
 */
record BundleLog(org.slf4j.Logger target, Level information, Level finest)
    implements FormatterLogger {

  private boolean tells(Level level) {
    return level.toInt() >= finest.toInt() && target.isEnabledForLevel(level);
  }

  @Override
  public String getName() {
    return target.getName();
  }

  private void log(Level level, String format, Object... arguments) {
    if (tells(level)) {
      target.makeLoggingEventBuilder(level).log(format, arguments);
    }
  }

  private <E extends Exception> void log(Level level, LoggerConsumer<E> consumer) throws E {
    if (tells(level)) {
      consumer.accept(this);
    }
  }

  @Override
  public boolean isTraceEnabled() {
    return tells(Level.TRACE);
  }

  @Override
  public void trace(String message) {
    log(Level.TRACE, message);
  }

  @Override
  public void trace(String format, Object argument) {
    log(Level.TRACE, format, argument);
  }

  @Override
  public void trace(String format, Object first, Object second) {
    log(Level.TRACE, format, first, second);
  }

  @Override
  public void trace(String format, Object... arguments) {
    log(Level.TRACE, format, arguments);
  }

  @Override
  public <E extends Exception> void trace(LoggerConsumer<E> consumer) throws E {
    log(Level.TRACE, consumer);
  }

  @Override
  public boolean isDebugEnabled() {
    return tells(Level.DEBUG);
  }

  @Override
  public void debug(String message) {
    log(Level.DEBUG, message);
  }

  @Override
  public void debug(String format, Object argument) {
    log(Level.DEBUG, format, argument);
  }

  @Override
  public void debug(String format, Object first, Object second) {
    log(Level.DEBUG, format, first, second);
  }

  @Override
  public void debug(String format, Object... arguments) {
    log(Level.DEBUG, format, arguments);
  }

  @Override
  public <E extends Exception> void debug(LoggerConsumer<E> consumer) throws E {
    log(Level.DEBUG, consumer);
  }

  @Override
  public boolean isInfoEnabled() {
    return tells(information);
  }

  @Override
  public void info(String message) {
    log(information, message);
  }

  @Override
  public void info(String format, Object argument) {
    log(information, format, argument);
  }

  @Override
  public void info(String format, Object first, Object second) {
    log(information, format, first, second);
  }

  @Override
  public void info(String format, Object... arguments) {
    log(information, format, arguments);
  }

  @Override
  public <E extends Exception> void info(LoggerConsumer<E> consumer) throws E {
    log(information, consumer);
  }

  @Override
  public boolean isWarnEnabled() {
    return tells(Level.WARN);
  }

  @Override
  public void warn(String message) {
    log(Level.WARN, message);
  }

  @Override
  public void warn(String format, Object argument) {
    log(Level.WARN, format, argument);
  }

  @Override
  public void warn(String format, Object first, Object second) {
    log(Level.WARN, format, first, second);
  }

  @Override
  public void warn(String format, Object... arguments) {
    log(Level.WARN, format, arguments);
  }

  @Override
  public <E extends Exception> void warn(LoggerConsumer<E> consumer) throws E {
    log(Level.WARN, consumer);
  }

  @Override
  public boolean isErrorEnabled() {
    return tells(Level.ERROR);
  }

  @Override
  public void error(String message) {
    log(Level.ERROR, message);
  }

  @Override
  public void error(String format, Object argument) {
    log(Level.ERROR, format, argument);
  }

  @Override
  public void error(String format, Object first, Object second) {
    log(Level.ERROR, format, first, second);
  }

  @Override
  public void error(String format, Object... arguments) {
    log(Level.ERROR, format, arguments);
  }

  @Override
  public <E extends Exception> void error(LoggerConsumer<E> consumer) throws E {
    log(Level.ERROR, consumer);
  }

  @Override
  public void audit(String message) {
    log(information, message);
  }

  @Override
  public void audit(String format, Object argument) {
    log(information, format, argument);
  }

  @Override
  public void audit(String format, Object first, Object second) {
    log(information, format, first, second);
  }

  @Override
  public void audit(String format, Object... arguments) {
    log(information, format, arguments);
  }
}
