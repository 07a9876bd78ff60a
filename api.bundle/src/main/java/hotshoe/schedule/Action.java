package hotshoe.schedule;

import org.osgi.annotation.versioning.ConsumerType;

/** Something to do. May throw; it is interrupted when it has to end. */
@ConsumerType
@FunctionalInterface
public interface Action {
  /** Does it. */
  void run() throws Exception;
}
