package twenty;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Measures the server. It has no edges at all. */
@Component
@SliceComponent(name = "core.metrics")
public class Metrics implements Slice {}
