package hotshoe.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rows of the conformance tables that a test proves, such as {@code INM-14}. A row is met
 * when at least one test that proves it ran and all that prove it passed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
public @interface Proves {
  /** The rows. */
  String[] value();
}
