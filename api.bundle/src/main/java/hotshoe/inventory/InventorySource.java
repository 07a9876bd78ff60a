package hotshoe.inventory;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that an inventory is read from: a file, or text that only a plugin understands, such as
 * a list of hosts.
 *
 * @param text the absolute path of a file, or the text as it was given
 */
public record InventorySource(String text) {

  public InventorySource {
    Objects.requireNonNull(text, "text");
  }

  /** The path, unless the text cannot be one. */
  public Optional<Path> path() {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException unlike) {
      return Optional.empty();
    }
  }

  /** Whether a file or folder of this name is there. */
  public boolean exists() {
    return path().filter(Files::exists).isPresent();
  }

  /** Whether it is a file that can be read. */
  public boolean isReadableFile() {
    return path().filter(Files::exists).filter(Files::isReadable).isPresent();
  }

  /** What follows the last dot of the file's name, with that dot; empty where there is none. */
  public String extension() {
    String name = text.substring(text.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    boolean isHidden = name.substring(0, Math.max(dot, 0)).chars().allMatch(c -> c == '.');
    return dot < 0 || isHidden ? "" : name.substring(dot);
  }
}
