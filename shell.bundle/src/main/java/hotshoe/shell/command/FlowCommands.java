package hotshoe.shell.command;

import org.apache.felix.gogo.jline.Procedural;
import org.osgi.service.component.annotations.Component;

/** Gogo's commands for scripts: loops, conditions and their like. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=gogo",
      "osgi.command.function=break",
      "osgi.command.function=continue",
      "osgi.command.function=each",
      "osgi.command.function=if",
      "osgi.command.function=not",
      "osgi.command.function=throw",
      "osgi.command.function=try",
      "osgi.command.function=until",
      "osgi.command.function=while"
    })
public class FlowCommands extends Procedural {}
