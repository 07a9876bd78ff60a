package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps projects. */
@Component
@SliceComponent(
    name = "core.project",
    dependsOn = {"core.database", "core.resource", "core.autostarted_agent_manager"},
    dependedOnBy = "core.transport")
public class Project implements Slice {}
