package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps environments. It depends on more slices than any other. */
@Component
@SliceComponent(
    name = "core.environment",
    dependsOn = {
      "core.compiler",
      "core.server",
      "core.database",
      "core.autostarted_agent_manager",
      "core.orchestration",
      "core.resource",
      "core.scheduler_manager"
    },
    dependedOnBy = "core.transport")
public class Environment implements Slice {}
