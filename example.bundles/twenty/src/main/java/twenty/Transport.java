package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Comes last: everybody says so, and it declares nothing itself. */
@Component
@SliceComponent(name = "core.transport")
public class Transport implements Slice {}
