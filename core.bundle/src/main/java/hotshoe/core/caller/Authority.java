package hotshoe.core.caller;

import hotshoe.caller.Access;
import hotshoe.caller.Caller;
import hotshoe.problem.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * The one place that decides who may do what, for every door. Decides alone; who asks notes the
 * decision in the audit. Safe for use by many threads; takes well below a microsecond. A service
 * within this bundle only.
 */
public interface Authority {

  /**
   * Whether a caller may do this.
   *
   * @param what the name of what is to be done, for the problem
   * @param arguments the arguments, for keys that need a stronger role (row XA-37)
   * @return empty, or why not: who asked, with which roles, and which roles would do
   */
  Optional<Problem> refusal(Caller caller, String what, Access access, Map<String, ?> arguments);

  /** Whether a caller may do this without regard to keys. */
  boolean allows(Caller caller, Access access);
}
