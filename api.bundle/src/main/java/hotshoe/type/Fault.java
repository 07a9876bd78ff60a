package hotshoe.type;

import java.util.Objects;

/**
 * One thing that is wrong with a value.
 *
 * @param path where in the value, such as {@code parameters.retain_days} or {@code hosts[3].name};
 *     empty for the value itself; at most 500 characters
 * @param message what is wrong and what is allowed, never quoting a secret; at most 300 characters
 */
public record Fault(String path, String message) {

  private static final int LONGEST_MESSAGE = 300;
  private static final int LONGEST_PATH = 500;

  /** Cuts what is too long. */
  public Fault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
    path = cut(path, LONGEST_PATH);
    message = cut(message, LONGEST_MESSAGE);
  }

  /**
   * The path of a part by its name, as faults write it.
   *
   * @param above the path of what holds the part, or empty
   * @param key the name of the part
   */
  public static String path(String above, Object key) {
    return above.isEmpty() ? Shown.name(key) : above + "." + Shown.name(key);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
