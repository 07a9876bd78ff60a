package hello;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/**
 * Has the name of the real hello's slice; of two archives with one name only the first is taken.
 */
@Component
@SliceComponent(name = "hello.greeter")
public class Imposter implements Slice {}
