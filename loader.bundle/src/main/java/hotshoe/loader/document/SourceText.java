package hotshoe.loader.document;

import hotshoe.archive.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text that bytes are, if they are one. */
final class SourceText {

  private SourceText() {}

  /** The text without a byte order mark. */
  static String of(String origin, byte[] bytes) throws NotYaml {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CoderResult end = decoder.decode(rest, decoded, true);
    String text = decoded.flip().toString();
    if (end.isError()) {
      throw new NotYaml(
          ManifestProblems.noText(position(text).in(origin), "it is not encoded as UTF-8"));
    }
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    refuseControls(origin, marked);
    return marked;
  }

  private static void refuseControls(String origin, String text) throws NotYaml {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      if (!StreamReader.isPrintable(character)) {
        String why = String.format("the character U+%04X may not stand in YAML", character);
        throw new NotYaml(ManifestProblems.noText(position(text.substring(0, at)).in(origin), why));
      }
    }
  }

  /** Where a text ends. */
  private static Position position(String before) {
    int start = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(unit -> unit == '\n').count();
    return new Position(line, 1 + before.codePointCount(start, before.length()));
  }
}
