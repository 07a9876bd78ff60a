package hotshoe.shell.session;

import hotshoe.shell.command.Commands;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.SyntaxError;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines that were typed, but none in which a secret stands. */
final class DiscreetHistory extends DefaultHistory {

  private final Supplier<CommandSession> session;

  DiscreetHistory(Supplier<CommandSession> session) {
    this.session = session;
  }

  @Override
  public void add(Instant time, String line) {
    if (!holdsSecret(line)) {
      super.add(time, line);
    }
  }

  private boolean holdsSecret(String line) {
    return Statements.of(line).stream()
        .flatMap(part -> List.of(part.split("[|;&({]")).stream())
        .anyMatch(this::isSecret);
  }

  private boolean isSecret(String command) {
    List<String> words = words(command);
    Commands commands = new Commands(session.get());
    return !words.isEmpty()
        && Optional.of(words.get(0))
            .flatMap(commands::resolve)
            .flatMap(commands::assistant)
            .filter(assistant -> assistant.holdsSecret(words))
            .isPresent();
  }

  private static List<String> words(String command) {
    String text = command.strip();
    try {
      ParsedLine parsed = new LineParser().parse(text, text.length(), ParseContext.COMPLETE);
      return parsed.words();
    } catch (SyntaxError e) {
      return List.of(text.split("\\s+"));
    }
  }
}
