package hotshoe.shell.command;

import org.apache.felix.gogo.jline.Builtin;
import org.osgi.service.component.annotations.Component;

/** Gogo's commands for the session itself: its variables, its history, its values. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=gogo",
      "osgi.command.function=format",
      "osgi.command.function=history",
      "osgi.command.function=new",
      "osgi.command.function=set",
      "osgi.command.function=tac",
      "osgi.command.function=type"
    })
public class SessionCommands extends Builtin {}
