package hotshoe.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key that an option had before; put it beside Metatype's {@code @AttributeDefinition}. A value
 * under the old key is used, with a warning, when the new one is not set (row INM-12).
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Predecessor {
  /** The old key. */
  String value();
}
