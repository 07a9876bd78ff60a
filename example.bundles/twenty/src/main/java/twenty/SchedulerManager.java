package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Looks after the schedulers. */
@Component
@SliceComponent(
    name = "core.scheduler_manager",
    dependsOn = "core.database",
    dependedOnBy = "core.transport")
public class SchedulerManager implements Slice {}
