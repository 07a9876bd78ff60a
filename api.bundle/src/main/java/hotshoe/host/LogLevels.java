package hotshoe.host;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says how much an extension's loggers tell; register it as a service (row INM-55). What the
 * operator has configured for a logger goes before it; when the service goes, its levels go.
 */
@ConsumerType
@FunctionalInterface
public interface LogLevels {

  /**
   * The levels, by the name of a logger or the beginning of it up to a dot. Asked once, when the
   * service arrives.
   */
  Map<String, Level> levels();

  /** How much a logger tells. */
  enum Level {
    /** Nothing. */
    OFF,
    /** What must be repaired. */
    ERROR,
    /** That, and what may have to be. */
    WARN,
    /** That, and what people want to know. */
    INFO,
    /** That, and what explains it. */
    DEBUG,
    /** Everything. */
    TRACE
  }
}
