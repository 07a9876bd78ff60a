package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Answers queries. Not tied to the transport; only its name sorts it earlier. */
@Component
@SliceComponent(name = "core.graphql", dependsOn = "core.compiler")
public class Graphql implements Slice {}
