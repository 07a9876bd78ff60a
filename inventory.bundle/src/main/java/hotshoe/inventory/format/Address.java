package hotshoe.inventory.format;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A host with its port, where there is one (row AN-23). What looks like no address is a name as it
 * stands.
 *
 * @param host the host, or a range of hosts
 * @param port the port behind the last colon
 */
public record Address(String host, OptionalLong port) {

  private static final int LONGEST_PORT = 18;

  private static final String PART = "(?:[0-9a-f]{1,4}|\\[[0-9a-f]+:[0-9a-f]+(?::[0-9]+)?\\])";

  /** As at home, it is enough that an address begins like one of these. */
  private static final Pattern IPV6 =
      Pattern.compile(
          "(?:P:){7}P|(?:P:){1,6}:|P:(?::P){1,6}|(?:P:){2}(?::P){1,5}|(?:P:){3}(?::P){1,4}"
                  .replace("P", PART)
              + "|(?:P:){4}(?::P){1,3}|(?:P:){5}(?::P){1,2}|(?:P:){6}:P|:(?::P){1,6}|P?::"
                  .replace("P", PART)
              + "|(?:0:){6}(?:P\\.){3}P|(?:0:){5}ffff:(?:P\\.){3}P".replace("P", PART),
          Pattern.CASE_INSENSITIVE);

  /** Tells host and port apart. */
  public static Address of(String text) {
    if (text.indexOf(':') < 0) {
      return new Address(text, OptionalLong.empty());
    }
    Address bracketed = bracketed(text);
    Address inner = plain(bracketed.host());
    Address split = inner.port().isPresent() ? inner : bracketed;
    boolean isAddress = isHostName(split.host()) || IPV6.matcher(split.host()).lookingAt();
    return isAddress ? split : new Address(text, OptionalLong.empty());
  }

  /**
   * Whether a text is one address, perhaps with ranges and a port, rather than several texts with
   * colons between them.
   */
  public static boolean isOne(String text) {
    Address split = plain(bracketed(text).host());
    return isHostName(split.host()) || IPV6.matcher(split.host()).lookingAt();
  }

  /** {@code [anything]:22}. */
  private static Address bracketed(String text) {
    int colon = text.lastIndexOf(':');
    boolean isBracketed = colon > 2 && text.charAt(0) == '[' && text.charAt(colon - 1) == ']';
    return isBracketed && isPort(text, colon + 1)
        ? with(text.substring(1, colon - 1), text, colon)
        : new Address(text, OptionalLong.empty());
  }

  /** {@code text:22}, where the text has colons in brackets only. */
  private static Address plain(String text) {
    int colon = text.lastIndexOf(':');
    return colon >= 0 && isPort(text, colon + 1) && hasNoColon(text, colon)
        ? with(text.substring(0, colon), text, colon)
        : new Address(text, OptionalLong.empty());
  }

  private static Address with(String host, String text, int colon) {
    return new Address(host, OptionalLong.of(Long.parseLong(text.substring(colon + 1))));
  }

  private static boolean isPort(String text, int start) {
    return start < text.length()
        && text.length() - start <= LONGEST_PORT
        && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasNoColon(String text, int end) {
    int at = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (c == ':' || c == ']') {
        return false;
      }
      if (c == '[') {
        at = text.indexOf(']', at);
        if (at < 0 || at >= end) {
          return false;
        }
      }
      at++;
    }
    return true;
  }

  /** Labels of letters, digits, {@code _}, {@code -} and ranges, between dots. */
  private static boolean isHostName(String text) {
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('.', start);
      end = end < 0 ? text.length() : end;
      if (!isLabel(text, start, end)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean isLabel(String text, int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      int next = c == '[' ? range(text, at, end) : at + 1;
      boolean isGood = c == '[' ? next > at : isWord(c) || (c == '-' && at > start);
      if (!isGood) {
        return false;
      }
      at = next;
    }
    return end > start && text.charAt(end - 1) != '-' && text.charAt(end - 1) != '_';
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** Where a range ends that begins there, or the same place if it is none. */
  private static int range(String text, int start, int end) {
    int close = text.indexOf(']', start);
    if (close < 0 || close >= end) {
      return start;
    }
    String[] parts = text.substring(start + 1, close).split(":", -1);
    boolean isRange = (parts.length == 2 || parts.length == 3) && areEnds(parts[0], parts[1]);
    return isRange && (parts.length == 2 || isNumber(parts[2])) ? close + 1 : start;
  }

  private static boolean areEnds(String begin, String end) {
    return (isLetter(begin) && isLetter(end)) || (isNumber(begin) && isNumber(end));
  }

  private static boolean isLetter(String text) {
    return text.length() == 1 && (text.charAt(0) | 32) >= 'a' && (text.charAt(0) | 32) <= 'z';
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
