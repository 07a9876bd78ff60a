package hotshoe.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a parameter of an {@link Operation} method, or a component of a record it takes. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Parameter {
  /** The name; empty means the Java name (compile with {@code -parameters}). */
  String name() default "";

  /** What it is for. */
  String description() default "";

  /** The default as text, read leniently; {@link #NONE} means it must be given. */
  String defaultValue() default NONE;

  /** Stands for no default, because an empty text is one. */
  String NONE = "\u0000";

  /** The least number, for numbers. */
  double minimum() default -Double.MAX_VALUE;

  /** The greatest number, for numbers. */
  double maximum() default Double.MAX_VALUE;

  /** The only texts allowed, for text. */
  String[] choices() default {};

  /** What kind of text, for text. */
  hotshoe.type.TextFormat format() default hotshoe.type.TextFormat.PLAIN;

  /** A caller needs one of these roles to give it (row XA-37); empty means the operation's. */
  String[] roles() default {};
}
