package hotshoe.inventory.expression;

/** An expression that was read and can be evaluated. Immutable. */
interface Node {

  /** Its value with these names. */
  Object value(Scope scope);

  /**
   * A name, which can be set too.
   *
   * @param name the name
   */
  record Name(String name) implements Node {
    @Override
    public Object value(Scope scope) {
      scope.budget().step();
      return scope.get(name);
    }
  }

  /**
   * Several things between brackets or commas.
   *
   * @param items what they are
   */
  record Several(java.util.List<Node> items) implements Node {
    @Override
    public Object value(Scope scope) {
      scope.budget().items(items.size());
      java.util.List<Object> values = new java.util.ArrayList<>(items.size());
      items.forEach(item -> values.add(item.value(scope)));
      return Tuple.of(values);
    }
  }

  /**
   * A text that stands in an expression.
   *
   * @param value it
   */
  record Constant(Object value) implements Node {
    @Override
    public Object value(Scope scope) {
      return value;
    }
  }
}
