package hotshoe.type;

import java.util.Objects;

/**
 * One thing that is wrong with a value.
 *
 * @param path where in the value, such as {@code parameters.retain_days} or {@code hosts[3].name};
 *     empty for the value itself
 * @param message what is wrong and what is allowed, never quoting a secret; at most 300 characters
 */
public record Fault(String path, String message) {
  public Fault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
