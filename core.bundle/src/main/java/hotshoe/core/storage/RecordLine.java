package hotshoe.core.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Lines of JSON, written straight into bytes that are used again and again: what is written behind
 * takes the processor from those who call. Writes one object a line; what has no value is left out.
 * For one thread.
 */
public final class RecordLine {

  /** What stays between batches; a giant among records is let go. */
  private static final int KEPT = 4 << 20;

  /** The longest that one character can become. */
  private static final int WIDEST = 6;

  private static final long DAY_SECONDS = 86_400;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[1 << 12];
  private int size;
  private boolean first = true;
  private long day = Long.MIN_VALUE;
  private String dayText = "";

  /** How many bytes there are. */
  int size() {
    return size;
  }

  /** The bytes, of which the first {@link #size} count. */
  byte[] bytes() {
    return bytes;
  }

  /** Goes back to where it was at this size. */
  void cut(int to) {
    size = to;
    if (to == 0 && bytes.length > KEPT) {
      bytes = new byte[1 << 12];
    }
  }

  /** Forgets what was written. */
  public void clear() {
    cut(0);
    first = true;
  }

  /** A copy of what was written from here on. */
  public byte[] copyFrom(int start) {
    return Arrays.copyOfRange(bytes, start, size);
  }

  /** Where the next thing goes, for {@link #copyFrom}. */
  public int position() {
    return size;
  }

  /** Begins an object. */
  public RecordLine begin() {
    comma();
    add('{');
    first = true;
    return this;
  }

  /** Ends an object. */
  public RecordLine end() {
    add('}');
    first = false;
    return this;
  }

  /** Begins a list of objects. */
  public RecordLine beginList(String name) {
    name(name);
    add('[');
    first = true;
    return this;
  }

  /** Ends a list. */
  public RecordLine endList() {
    add(']');
    first = false;
    return this;
  }

  /** A text, unless it is empty. Half characters are escaped, so that they come back. */
  public RecordLine text(String name, String value) {
    if (!value.isEmpty()) {
      name(name);
      quoted(value);
    }
    return this;
  }

  /** A number. */
  public RecordLine number(String name, double value) {
    name(name);
    plain(value == (int) value ? Integer.toString((int) value) : Double.toString(value));
    return this;
  }

  /** A moment in UTC, in milliseconds since 1970. */
  public RecordLine time(String name, long millis) {
    name(name);
    moment(Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L), 3);
    return this;
  }

  /** A moment in UTC, as precise as it is. */
  public RecordLine time(String name, Instant time) {
    int nanos = time.getNano();
    name(name);
    if (nanos % 1_000_000 == 0) {
      moment(time.getEpochSecond(), nanos / 1_000_000, 3);
    } else if (nanos % 1000 == 0) {
      moment(time.getEpochSecond(), nanos / 1000, 6);
    } else {
      moment(time.getEpochSecond(), nanos, 9);
    }
    return this;
  }

  /** A whole line that somebody else has made. */
  void line(String text) {
    byte[] all = text.replace('\n', ' ').getBytes(StandardCharsets.UTF_8);
    room(all.length);
    System.arraycopy(all, 0, bytes, size, all.length);
    size += all.length;
  }

  /** The next line begins. */
  void next() {
    add('\n');
    first = true;
  }

  /** Whatever was written before, an object begins anew. */
  void anew() {
    first = true;
  }

  private void name(String name) {
    comma();
    quoted(name);
    add(':');
  }

  private void comma() {
    if (!first) {
      add(',');
    }
    first = false;
  }

  private void add(int one) {
    room(1);
    bytes[size++] = (byte) one;
  }

  private void plain(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[size++] = (byte) ascii.charAt(i);
    }
  }

  private void room(long more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(size + more, 2L * bytes.length)));
    }
  }

  private void quoted(String text) {
    room((long) WIDEST * text.length() + 2);
    byte[] to = bytes;
    int at = size;
    to[at++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign >= ' ' && sign < 0x7F && sign != '"' && sign != '\\') {
        to[at++] = (byte) sign;
      } else if (Character.isHighSurrogate(sign)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        at = encode(Character.toCodePoint(sign, text.charAt(++i)), to, at);
      } else {
        at = special(sign, to, at);
      }
    }
    to[at++] = '"';
    size = at;
  }

  private static int special(char sign, byte[] to, int from) {
    int at = from;
    if (sign == '"' || sign == '\\') {
      to[at++] = '\\';
      to[at++] = (byte) sign;
    } else if (sign < ' ' || sign == '\u2028' || sign == '\u2029' || Character.isSurrogate(sign)) {
      to[at++] = '\\';
      to[at++] = 'u';
      for (int shift = 12; shift >= 0; shift -= 4) {
        to[at++] = HEX[(sign >> shift) & 15];
      }
    } else {
      at = encode(sign, to, at);
    }
    return at;
  }

  private static int encode(int point, byte[] to, int from) {
    int at = from;
    if (point < 0x80) {
      to[at++] = (byte) point;
    } else if (point < 0x800) {
      to[at++] = (byte) (0xC0 | (point >> 6));
      to[at++] = (byte) (0x80 | (point & 63));
    } else {
      if (point < 0x10000) {
        to[at++] = (byte) (0xE0 | (point >> 12));
      } else {
        to[at++] = (byte) (0xF0 | (point >> 18));
        to[at++] = (byte) (0x80 | ((point >> 12) & 63));
      }
      to[at++] = (byte) (0x80 | ((point >> 6) & 63));
      to[at++] = (byte) (0x80 | (point & 63));
    }
    return at;
  }

  private void moment(long seconds, int fraction, int digits) {
    long today = Math.floorDiv(seconds, DAY_SECONDS);
    if (today != day) {
      dayText = LocalDate.ofEpochDay(today).toString();
      day = today;
    }
    int second = (int) Math.floorMod(seconds, DAY_SECONDS);
    add('"');
    plain(dayText);
    add('T');
    digits(second / 3600, 2);
    add(':');
    digits(second / 60 % 60, 2);
    add(':');
    digits(second % 60, 2);
    if (fraction != 0) {
      add('.');
      digits(fraction, digits);
    }
    add('Z');
    add('"');
  }

  private void digits(int number, int count) {
    room(count);
    int rest = number;
    for (int i = size + count - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
  }
}
