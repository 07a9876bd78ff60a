package hotshoe.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method of an {@link OperationComponent} an operation. Parameter and result types
 * follow the Java types: String, long, int, double, boolean, OffsetDateTime, enums, SecretText,
 * Ref, Optional, List, Map and records of these. A parameter of type {@link Invocation} gets the
 * call itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** The name within the extension; empty means the method's name. */
  String name() default "";

  /** A human name; empty means the name. */
  String title() default "";

  /** What it does, in one sentence or more. */
  String description();

  /** A caller needs one of these roles, or one that includes it. */
  String[] roles() default {"pool-operator"};

  /** The kind of resource it acts on; empty for none. */
  String resourceKind() default "";

  /** Seconds that a run may take; 0 means the host's default. */
  long limit() default 0;

  /** What callers may rely on. */
  OperationDescription.Trait[] traits() default {};

  /** Declared errors, as {@code CODE: when it happens}. */
  String[] errors() default {};

  /** The version it came with. */
  String since() default "";

  /** The version it was deprecated in, and why: {@code 1.4: use close}. */
  String deprecated() default "";

  /** The sentence on success, with template variables. */
  String success() default "";

  /** The sentence on failure, with template variables. */
  String failure() default "";
}
