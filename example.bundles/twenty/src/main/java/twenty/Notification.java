package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Tells people what happened. */
@Component
@SliceComponent(
    name = "core.notification",
    dependsOn = {"core.database", "core.compiler"},
    dependedOnBy = "core.transport")
public class Notification implements Slice {}
