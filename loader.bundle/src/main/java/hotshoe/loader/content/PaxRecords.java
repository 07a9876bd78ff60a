package hotshoe.loader.content;

import hotshoe.loader.content.TarHeader.Malformed;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the extended header of POSIX says of the entry after it, or of all entries: lines such as
 * {@code 18 path=a/b/c.txt}, each of which begins with its own length.
 */
final class PaxRecords {

  private static final String SPARSE = "GNU.sparse.";

  private final Map<String, byte[]> values;

  private PaxRecords(Map<String, byte[]> values) {
    this.values = values;
  }

  static PaxRecords of(byte[] bytes) throws Malformed {
    Map<String, byte[]> values = new HashMap<>();
    int at = 0;
    while (at < bytes.length) {
      int space = position(bytes, at, ' ');
      int length = length(bytes, at, space);
      int equals = position(bytes, space, '=');
      int end = at + length;
      if (length <= 0 || end > bytes.length || equals >= end || bytes[end - 1] != '\n') {
        throw new Malformed("a line of an extended header has the wrong length");
      }
      String key = new String(bytes, space + 1, equals - space - 1, StandardCharsets.ISO_8859_1);
      if (values.put(key, Arrays.copyOfRange(bytes, equals + 1, end - 1)) != null) {
        throw new Malformed("an extended header says " + key + " twice");
      }
      at = end;
    }
    return new PaxRecords(values);
  }

  /** The path, or where a link leads. */
  Optional<String> text(String key) throws Malformed {
    byte[] value = values.get(key);
    try {
      return value == null ? Optional.empty() : Optional.of(TarHeader.utf8(value));
    } catch (CharacterCodingException noText) {
      throw new Malformed("a name is not in UTF-8");
    }
  }

  /** The size. */
  Optional<Long> number(String key) throws Malformed {
    Optional<String> text = text(key);
    if (text.isPresent() && !text.get().matches("[0-9]{1,18}")) {
      throw new Malformed("a size is negative or absurd");
    }
    return text.map(Long::valueOf);
  }

  /** Whether the file after it is written without its holes. */
  boolean isSparse() {
    return values.keySet().stream().anyMatch(key -> key.startsWith(SPARSE));
  }

  /** Whether it says what only one entry can have; this makes no sense for all of them. */
  boolean namesOneEntry() {
    return values.keySet().stream()
        .anyMatch(key -> key.equals("path") || key.equals("linkpath") || key.equals("size"));
  }

  private static int position(byte[] bytes, int from, char sought) throws Malformed {
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] == sought) {
        return at;
      }
    }
    throw new Malformed("a line of an extended header is incomplete");
  }

  private static int length(byte[] bytes, int from, int to) throws Malformed {
    String digits = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (!digits.matches("[0-9]{1,8}")) {
      throw new Malformed("a line of an extended header has no length");
    }
    return Integer.parseInt(digits);
  }
}
