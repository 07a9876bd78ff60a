package hotshoe.inventory.expression;

import java.util.List;

/** A part of a template that was read. Immutable. */
interface Statement {

  /** Does what it says; what it prints goes to the end of a list. */
  void run(Scope scope, List<Object> printed);
}
