package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Counts what happens in environments. */
@Component
@SliceComponent(
    name = "core.environment-metrics",
    dependsOn = "core.database",
    dependedOnBy = "core.transport")
public class EnvironmentMetrics implements Slice {}
