package hotshoe.slice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Describes a slice, beside {@code @Component}. The host reads it without creating the component.
 * Each member becomes a service property named {@code hotshoe.slice.<member>}, which is also how a
 * slice without annotations describes itself.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SliceComponent {

  /** What the service properties begin with. */
  String PREFIX_ = "hotshoe.slice.";

  /** {@code <extension>.<slice>}. */
  String name();

  /** Slices that start before this one. One that is not there is no error (row INM-16). */
  String[] dependsOn() default {};

  /** Slices that start after this one, without knowing of it (row INM-15). */
  String[] dependedOnBy() default {};

  /**
   * Seconds that any one life-cycle method may take; 0 means the host's {@code slice.start-limit}.
   */
  long limit() default 0;
}
