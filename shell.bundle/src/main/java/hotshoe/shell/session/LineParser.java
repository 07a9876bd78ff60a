package hotshoe.shell.session;

import org.apache.felix.gogo.jline.Parser;
import org.jline.reader.ParsedLine;

/** Gogo's parser; for completion it looks only at the command that the cursor is in. */
final class LineParser extends Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    int start = context == ParseContext.COMPLETE ? start(line, cursor) : 0;
    return super.parse(line.substring(start), cursor - start, context);
  }

  /** Where the command at the cursor begins: after the last sign that ends one. */
  private static int start(String line, int cursor) {
    int start = 0;
    char quote = 0;
    for (int i = 0; i < cursor; i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if ("|;&({".indexOf(c) >= 0) {
        start = i + 1;
      }
    }
    start = Math.min(start, cursor);
    while (start < cursor && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    return start;
  }
}
