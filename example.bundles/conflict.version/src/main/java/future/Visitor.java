package future;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Waits for a host that offers what the bundle imports; nothing of it runs before. */
@Component
@SliceComponent(name = "future.visitor")
public class Visitor implements Slice {}
