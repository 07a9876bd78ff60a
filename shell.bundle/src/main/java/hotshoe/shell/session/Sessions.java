package hotshoe.shell.session;

import hotshoe.configuration.Configuration;
import hotshoe.extension.Extensions;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.shell.text.Screen;
import hotshoe.slice.Slices;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandProcessor;
import org.jline.terminal.Terminal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens sessions: for command lines that come from a program, and for persons at a terminal. */
@Component(service = Sessions.class)
public class Sessions {

  private final CommandProcessor processor;
  private final Extensions extensions;
  private final Slices slices;
  private final Path history;

  @Activate
  public Sessions(
      @Reference CommandProcessor processor,
      @Reference Extensions extensions,
      @Reference Slices slices,
      @Reference Configuration configuration) {
    this.processor = processor;
    this.extensions = extensions;
    this.slices = slices;
    this.history = configuration.path("data").resolve("shell.history");
  }

  Interpreter open(
      InputStream input, PrintStream output, PrintStream errors, Supplier<Screen> screen) {
    return new Interpreter(processor, input, output, errors, screen);
  }

  Conversation open(Interpreter interpreter, Terminal terminal) throws IOException {
    keepHistoryPrivate();
    CommandCompleter completer = new CommandCompleter(interpreter, this::names);
    return new Conversation(interpreter, terminal, completer, history);
  }

  private Collection<String> names(Kind kind) {
    return switch (kind) {
      case EXTENSION -> extensions.list().stream().map(e -> e.name().value()).toList();
      case SLICE -> slices.list().stream().map(s -> s.name().value()).toList();
      default -> List.of();
    };
  }

  private void keepHistoryPrivate() throws IOException {
    Files.createDirectories(history.getParent());
    try {
      Files.createFile(history, PrivateFolder.forFile(history));
    } catch (FileAlreadyExistsException e) {
      PrivateFolder.protect(history);
    }
  }
}
