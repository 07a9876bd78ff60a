package hotshoe.shell.session;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What a client says of itself.
 *
 * @param interactive whether a person types; otherwise lines are run and their exit code told
 * @param terminal whether its output is a terminal
 * @param colours whether that terminal shows colours
 * @param columns the terminal's width
 * @param rows the terminal's height
 * @param type the terminal's type, as in {@code $TERM}
 * @param charset how it writes text
 * @param folder where its relative paths start
 */
record Hello(
    boolean interactive,
    boolean terminal,
    boolean colours,
    int columns,
    int rows,
    String type,
    Charset charset,
    Path folder) {

  /** The version of the protocol. */
  static final int VERSION = 1;

  private static final int MOST_CELLS = 10_000;

  /**
   * Reads it from its frame.
   *
   * @throws ProtocolException when it is of another version or makes no sense
   */
  static Hello of(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.content()));
    int version = in.readInt();
    if (version != VERSION) {
      throw new ProtocolException("protocol version " + version + " instead of " + VERSION);
    }
    return new Hello(
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        cells(in.readInt(), 80),
        cells(in.readInt(), 24),
        type(in.readUTF()),
        charset(in.readUTF()),
        folder(in.readUTF()));
  }

  private static Path folder(String said) throws ProtocolException {
    try {
      return Path.of(said).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ProtocolException("a folder that is none");
    }
  }

  static int cells(int said, int otherwise) {
    return said <= 0 || said > MOST_CELLS ? otherwise : said;
  }

  private static String type(String said) {
    return said.matches("[A-Za-z0-9._+-]{1,64}") ? said : "dumb";
  }

  private static Charset charset(String said) {
    try {
      return Charset.forName(said);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.US_ASCII;
    }
  }
}
