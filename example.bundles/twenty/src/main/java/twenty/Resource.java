package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps resources. */
@Component
@SliceComponent(
    name = "core.resource",
    dependsOn = {"core.database", "core.scheduler_manager"},
    dependedOnBy = "core.transport")
public class Resource implements Slice {}
