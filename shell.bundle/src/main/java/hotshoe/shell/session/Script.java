package hotshoe.shell.session;

import java.util.Optional;
import org.apache.felix.gogo.runtime.EOFError;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.gogo.runtime.SyntaxError;

/** Puts lines together until they are a whole command: a closure may span several. */
final class Script {

  private final StringBuilder begun = new StringBuilder();

  /** A whole command, now that this line has come; empty when more must follow. */
  Optional<String> add(String line) {
    begun.append(begun.isEmpty() ? "" : "\n").append(line);
    return isWhole() ? rest() : Optional.empty();
  }

  /** What is there, whole or not. */
  Optional<String> rest() {
    String text = begun.toString();
    begun.setLength(0);
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private boolean isWhole() {
    try {
      return new Parser(begun).program() != null;
    } catch (EOFError e) {
      return false;
    } catch (SyntaxError e) {
      return true;
    }
  }
}
