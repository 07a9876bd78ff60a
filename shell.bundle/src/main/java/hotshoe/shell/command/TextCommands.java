package hotshoe.shell.command;

import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gogo's commands for text and files, for pipes: {@code ext:list | grep x}. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=gogo",
      "osgi.command.function=cat",
      "osgi.command.function=cd",
      "osgi.command.function=clear",
      "osgi.command.function=date",
      "osgi.command.function=echo",
      "osgi.command.function=grep",
      "osgi.command.function=head",
      "osgi.command.function=less",
      "osgi.command.function=ls",
      "osgi.command.function=pwd",
      "osgi.command.function=sleep",
      "osgi.command.function=sort",
      "osgi.command.function=tail",
      "osgi.command.function=wc"
    })
public class TextCommands extends Posix {
  @Activate
  public TextCommands(@Reference CommandProcessor processor) {
    super(processor);
  }
}
