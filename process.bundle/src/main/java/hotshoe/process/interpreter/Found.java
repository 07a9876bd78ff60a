package hotshoe.process.interpreter;

import hotshoe.process.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * An interpreter with what its file looked like when it told its version.
 *
 * @param modified when the file was changed, in milliseconds
 * @param size its length in bytes
 */
record Found(Interpreter interpreter, long modified, long size) {

  private static final int FIELDS = 5;

  /** What a file looks like, behind all links. */
  record Look(long modified, long size) {
    static Optional<Look> at(Path path) {
      try {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        return Optional.of(new Look(file.lastModifiedTime().toMillis(), file.size()));
      } catch (IOException gone) {
        return Optional.empty();
      }
    }
  }

  /** Whether the file still looks the same. */
  boolean isUnchanged() {
    Optional<Look> now = Look.at(interpreter.path());
    return now.isPresent() && now.get().modified() == modified && now.get().size() == size;
  }

  /** Itself as a line of text. */
  String line() {
    return String.join(
        "\t",
        interpreter.language(),
        interpreter.version().toString(),
        Long.toString(modified),
        Long.toString(size),
        interpreter.path().toString());
  }

  /** What a line says; empty when it says nothing that makes sense. */
  static Optional<Found> parse(String line) {
    String[] fields = line.split("\t", FIELDS);
    if (fields.length < FIELDS) {
      return Optional.empty();
    }
    try {
      Interpreter interpreter =
          new Interpreter(fields[0], Version.parseVersion(fields[1]), Path.of(fields[4]));
      return Optional.of(
          new Found(interpreter, Long.parseLong(fields[2]), Long.parseLong(fields[3])));
    } catch (IllegalArgumentException spoilt) {
      return Optional.empty();
    }
  }
}
