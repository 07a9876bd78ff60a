package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Moves resources to their desired state. */
@Component
@SliceComponent(
    name = "core.orchestration",
    dependsOn = {"core.resource", "core.scheduler_manager", "core.database"},
    dependedOnBy = "core.transport")
public class Orchestration implements Slice {}
