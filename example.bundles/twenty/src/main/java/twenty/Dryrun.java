package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Tries changes without making them. */
@Component
@SliceComponent(
    name = "core.dryrun",
    dependsOn = {"core.database", "core.scheduler_manager", "core.autostarted_agent_manager"},
    dependedOnBy = "core.transport")
public class Dryrun implements Slice {}
