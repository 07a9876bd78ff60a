package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Keeps the code that agents load. */
@Component
@SliceComponent(
    name = "core.code",
    dependsOn = {"core.file", "core.database"},
    dependedOnBy = "core.transport")
public class Code implements Slice {}
