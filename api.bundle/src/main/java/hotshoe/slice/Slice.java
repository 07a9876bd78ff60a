package hotshoe.slice;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of an extension with a life of its own. Register it as an OSGi service, in practice as a
 * Declarative Services component with {@link SliceComponent}; the host does the rest.
 *
 * <pre>{@code
 * @Component
 * @SliceComponent(name = "hello.greeter")
 * public class Greeter implements Slice {
 *   @Override public void start() { ... }
 * }
 * }</pre>
 *
 * <p>Each method is called once per life, by one thread at a time, under a time limit: a method
 * that runs longer is interrupted and its slice is failed. All prestarts come before any start, all
 * prestops before any stop (rows INM-13, INM-19); a slice that was never started is not asked to
 * stop (INM-21). The constructor should be cheap. Slices that do not depend on each other run at
 * the same time. A slice that can report its status also implements {@link
 * hotshoe.status.StatusReporter}, one that has features {@link FeatureDeclarer}.
 */
@ConsumerType
public interface Slice {

  /** Get hold of other slices, register schedules and listeners. Dependencies are not up yet. */
  default void prestart(SliceContext context) throws Exception {}

  /** Become ready. Every dependency that is present has been started. */
  default void start() throws Exception {}

  /** Take on nothing new, but still answer others. {@link SliceContext#isStopping()} is true. */
  default void prestop() throws Exception {}

  /** Let go of everything. Dependencies are still up. */
  default void stop() throws Exception {}
}
