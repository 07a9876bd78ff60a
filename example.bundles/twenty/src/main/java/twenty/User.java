package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps users. */
@Component
@SliceComponent(name = "core.user", dependsOn = "core.database", dependedOnBy = "core.transport")
public class User implements Slice {}
