package hotshoe.core.operation;

import hotshoe.type.Type;

/**
 * A Java type as one of ours.
 *
 * @param type what values may be
 * @param toJava makes the Java value of a canonical one
 * @param toPlain makes a value that {@code Values.check} accepts of a Java one
 */
record JavaType(Type type, Conversion toJava, Conversion toPlain) {

  /** Makes one value of another; never asked about null. */
  @FunctionalInterface
  interface Conversion {
    Object of(Object value);
  }

  static JavaType same(Type type) {
    return new JavaType(type, value -> value, value -> value);
  }
}
