package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Compiles models. It says what comes after it, so that those slices need not know. */
@Component
@SliceComponent(
    name = "core.compiler",
    dependsOn = "core.database",
    dependedOnBy = {"core.environment", "core.server", "core.transport", "core.graphql"})
public class Compiler implements Slice {}
