package hotshoe.configuration;

import aQute.bnd.annotation.xml.XMLAttribute;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key that an option had before; put it beside Metatype's {@code @AttributeDefinition}. A value
 * under the old key is used, with a warning, when the new one is not set (row INM-12). The build
 * tool writes it into the bundle's Metatype document, where the host reads it.
 */
@XMLAttribute(namespace = Predecessor.NAMESPACE_, prefix = "hotshoe", mapping = "value=predecessor")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Predecessor {

  /** The namespace of the attribute in Metatype documents. */
  String NAMESPACE_ = "urn:hotshoe:configuration";

  /** The old key. */
  String value();
}
