package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps the server's own folders. */
@Component
@SliceComponent(
    name = "core.server",
    dependsOn = {"core.database", "core.compiler"},
    dependedOnBy = "core.transport")
public class Server implements Slice {}
