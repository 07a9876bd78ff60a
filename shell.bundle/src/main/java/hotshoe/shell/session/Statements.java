package hotshoe.shell.session;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.gogo.runtime.Parser.Executable;
import org.apache.felix.gogo.runtime.Parser.Operator;
import org.apache.felix.gogo.runtime.Parser.Pipeline;
import org.apache.felix.gogo.runtime.Parser.Statement;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.gogo.runtime.Token;

/**
 * A command line in its parts. Gogo shows only the last result of a line, and writes to a file only
 * what a command prints, not what it returns; taken apart here, {@code a; b} shows both, and {@code
 * a > file} becomes {@code a | cat > file}.
 */
final class Statements {

  private Statements() {}

  /** The parts, in order; a line that cannot be read is one part. */
  static List<String> of(CharSequence line) {
    try {
      return parts(line.toString(), new Parser(line).program().tokens());
    } catch (SyntaxError e) {
      return List.of(line.toString());
    }
  }

  private static List<String> parts(String line, List<Executable> executables) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int from = 0;
    for (Executable executable : executables) {
      if (executable instanceof Operator operator && isEnd(operator)) {
        part.append(line, from, operator.start());
        parts.add(part.toString());
        part.setLength(0);
        from = operator.start() + operator.length();
      } else {
        int file = redirection(executable);
        if (file >= from) {
          part.append(line, from, file).append("| cat ");
          from = file;
        }
      }
    }
    parts.add(part.append(line.substring(from)).toString());
    return parts.stream().filter(text -> !text.isBlank()).toList();
  }

  private static boolean isEnd(Operator operator) {
    return Token.eq(";", operator) || Token.eq("\n", operator);
  }

  /** Where the output of the last command goes to a file; negative when it does not. */
  private static int redirection(Executable executable) {
    if (executable instanceof Pipeline pipeline) {
      return redirection(pipeline.tokens().get(pipeline.tokens().size() - 1));
    }
    if (!(executable instanceof Statement statement) || statement.tokens().isEmpty()) {
      return -1;
    }
    return statement.redirections().stream()
        .filter(token -> token.toString().matches("1?>>?"))
        .mapToInt(Token::start)
        .findFirst()
        .orElse(-1);
  }
}
