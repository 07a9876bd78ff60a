package hotshoe.inventory.format;

import hotshoe.inventory.value.DataText;
import hotshoe.inventory.value.Unreadable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads files of inventories, within bounds (row AN-28). */
public final class SourceFile {

  private static final long LARGEST = 1L << 30;
  private static final String VAULT = "$ANSIBLE_VAULT";

  private SourceFile() {}

  /**
   * What a file holds; where it is encrypted as a whole, what is inside.
   *
   * @param password what opens encrypted files, if anything does
   */
  public static byte[] bytes(Path file, Optional<String> password) {
    byte[] bytes = bytes(file);
    int length = Math.min(bytes.length, VAULT.length());
    if (!new String(bytes, 0, length, StandardCharsets.ISO_8859_1).equals(VAULT)) {
      return bytes;
    }
    String known =
        password.orElseThrow(
            () ->
                FormatProblems.vault(
                    file.toString(), "Attempting to decrypt but no vault secrets found"));
    return Vault.opened(bytes, known)
        .orElseThrow(
            () ->
                FormatProblems.vault(
                    file.toString(),
                    "Decryption failed (no vault secrets were found that could decrypt)"));
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file) && Files.exists(file)) {
        return piped(file);
      }
      if (Files.size(file) > LARGEST) {
        throw FormatProblems.tooLarge(file.toString(), LARGEST);
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw FormatProblems.unreadable(file.toString(), reason(failure));
    }
  }

  /** Pipes and the like tell no size. */
  private static byte[] piped(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw FormatProblems.unreadable(file.toString(), "it is a folder");
    }
    try (java.io.InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes((int) (LARGEST / 4));
      if (stream.read() >= 0) {
        throw FormatProblems.tooLarge(file.toString(), LARGEST / 4);
      }
      return bytes;
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException ? "it is not there" : String.valueOf(failure);
  }

  /** The text of a file's bytes that must be UTF-8. */
  static String text(Path file, byte[] bytes) {
    return decoded(bytes)
        .orElseThrow(() -> FormatProblems.noText(file.toString(), "it is not encoded as UTF-8"));
  }

  /** The text of bytes, if they are UTF-8. */
  static Optional<String> decoded(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      return Optional.of(isAscii(bytes) ? ascii(bytes) : strict(decoder, bytes));
    } catch (CharacterCodingException unlike) {
      return Optional.empty();
    }
  }

  private static String strict(CharsetDecoder decoder, byte[] bytes)
      throws CharacterCodingException {
    return decoder
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** The text of bytes; those that are no UTF-8 become halves of surrogates, one each. */
  static String lenient(byte[] bytes) {
    Optional<String> strict = decoded(bytes);
    return strict.orElseGet(() -> escaping(bytes));
  }

  private static String escaping(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    while (rest.hasRemaining()) {
      if (!decoder.decode(rest, text, true).isError()) {
        break;
      }
      text.put((char) (0xDC00 + (rest.get() & 0xFF)));
      decoder.reset();
    }
    return text.flip().toString();
  }

  /** The value that the bytes of a JSON or YAML file are; nothing for none. */
  public static Object data(Path file, byte[] bytes, BiConsumer<Object, Integer> duplicates) {
    return data(file.toString(), text(file, bytes), duplicates);
  }

  static Object data(String place, String text, BiConsumer<Object, Integer> duplicates) {
    try {
      return DataText.read(text, duplicates);
    } catch (Unreadable unlike) {
      throw FormatProblems.noData(at(place, unlike.line()), unlike.getMessage());
    }
  }

  static String at(String place, int line) {
    return line == 0 ? place : place + ":" + line;
  }
}
