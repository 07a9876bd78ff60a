package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Comes first: nearly everything depends on it, and it on nothing. */
@Component
@SliceComponent(name = "core.database")
public class Database implements Slice {}
