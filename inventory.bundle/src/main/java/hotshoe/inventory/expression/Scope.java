package hotshoe.inventory.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that hold at one place of a template. */
final class Scope {

  private final Session session;
  private final Optional<Scope> outer;
  private final Map<String, Object> names = new HashMap<>();

  Scope(Session session) {
    this(session, Optional.empty());
  }

  private Scope(Session session, Optional<Scope> outer) {
    this.session = session;
    this.outer = outer;
  }

  Scope inner() {
    return new Scope(session, Optional.of(this));
  }

  void set(String name, Object value) {
    names.put(name, value);
  }

  /** What a name stands for. */
  Object get(String name) {
    Object own = names.get(name);
    if (own != null) {
      return own;
    }
    return outer.isPresent() ? outer.get().get(name) : session.variable(name);
  }

  Session session() {
    return session;
  }

  Budget budget() {
    return session.budget();
  }
}
