package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps files. */
@Component
@SliceComponent(name = "core.file", dependsOn = "core.database", dependedOnBy = "core.transport")
public class File implements Slice {}
