package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Looks after the agents that the server starts itself. */
@Component
@SliceComponent(
    name = "core.autostarted_agent_manager",
    dependsOn = {"core.server", "core.database", "core.scheduler_manager"},
    dependedOnBy = "core.transport")
public class AutostartedAgentManager implements Slice {}
