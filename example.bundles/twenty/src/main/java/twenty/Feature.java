package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Answers which features are on. Depends on nothing, and still precedes the transport. */
@Component
@SliceComponent(name = "core.feature", dependedOnBy = "core.transport")
public class Feature implements Slice {}
