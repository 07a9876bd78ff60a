package ui;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import org.osgi.service.component.annotations.Component;

/** Comes after the server and before the transport, wherever those two come from. */
@Component
@SliceComponent(name = "ui.ui", dependsOn = "core.server", dependedOnBy = "core.transport")
public class Ui implements Slice {}
