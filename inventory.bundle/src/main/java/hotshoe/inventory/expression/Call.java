package hotshoe.inventory.expression;

import hotshoe.type.NothingValue;
import java.util.List;
import java.util.Map;

/**
 * One call of a function.
 *
 * @param scope the names that hold there
 * @param value what it is called on
 * @param bound what it was given, by the names of its parameters
 * @param rest what it was given beyond these
 * @param more what it was given by other names
 */
record Call(
    Scope scope,
    Object value,
    Map<String, Object> bound,
    List<Object> rest,
    Map<String, Object> more) {

  Budget budget() {
    return scope.budget();
  }

  boolean has(String name) {
    return bound.containsKey(name);
  }

  /** What it was given; fails if that is not there. */
  Object get(String name) {
    Object given = bound.get(name);
    if (given == null) {
      throw Failure.wrong("missing a required argument: '" + name + "'");
    }
    return given;
  }

  Object get(String name, Object usual) {
    return bound.getOrDefault(name, usual);
  }

  /** Whether it was given and is not nothing. */
  boolean isSet(String name) {
    return has(name) && get(name) != NothingValue.NOTHING;
  }

  boolean isTrue(String name, boolean usual) {
    return Kinds.isTrue(get(name, usual));
  }

  int number(String name, int usual) {
    return has(name) ? Numbers.index(get(name), name) : usual;
  }

  /** What it was given as text, whatever it is. */
  String printed(String name, String usual) {
    return has(name) ? print(get(name)) : usual;
  }

  /** Text that it must have been given. */
  String text(String name) {
    return mustBeText(get(name));
  }

  String text(String name, String usual) {
    return has(name) ? text(name) : usual;
  }

  private static String mustBeText(Object value) {
    if (Kinds.defined(value) instanceof String text) {
      return text;
    }
    throw Failure.wrong("must be str, not " + Kinds.of(value));
  }

  /** What it is called on, as text, whatever it is. */
  String printed() {
    return print(value);
  }

  /** What it is called on; it must be text. */
  String text() {
    return mustBeText(value);
  }

  String print(Object any) {
    return Letters.of(budget(), Kinds.defined(any));
  }

  /** What it is called on, item by item. */
  List<Object> items() {
    return Items.of(budget(), value);
  }

  List<Object> items(String name) {
    return Items.of(budget(), get(name));
  }

  /** Text that it makes. */
  String made(String text) {
    budget().letters(text.length());
    return text;
  }

  /** A list that it makes. */
  List<Object> made(List<Object> list) {
    budget().items(list.size());
    return list;
  }

  /** Applies another filter or test. */
  Object apply(Function function, Object item, Arguments.Given given) {
    return function.apply(scope, item, given);
  }
}
