package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps parameters. */
@Component
@SliceComponent(
    name = "core.parameters",
    dependsOn = {"core.server", "core.database", "core.scheduler_manager"},
    dependedOnBy = "core.transport")
public class Parameters implements Slice {}
