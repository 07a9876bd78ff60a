package hotshoe.loader.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file that a bundle carries over from its archive, as the bundle's own list has it. One line of
 * the list is its digest, its size, what it is, its name, and its target if it is a link, parted by
 * tabs, which no name has.
 *
 * @param name its name in the bundle
 * @param digest the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param executable whether it can be executed
 * @param target the carried file to which it leads, if the archive has a link there
 */
public record CarriedFile(
    String name, String digest, long size, boolean executable, Optional<String> target) {

  private static final String PLAIN = "file";
  private static final String PROGRAM = "program";
  private static final String LINK = "link";

  public CarriedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(target, "target");
  }

  /** Writes a list down. */
  static String write(List<CarriedFile> files) {
    return files.stream().map(file -> file.line() + "\n").collect(Collectors.joining());
  }

  private String line() {
    String kind = target.isPresent() ? LINK : executable ? PROGRAM : PLAIN;
    String line = String.join("\t", digest, Long.toString(size), kind, name);
    return target.map(to -> line + "\t" + to).orElse(line);
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static List<CarriedFile> read(String text) {
    List<CarriedFile> files = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        files.add(of(line.split("\t", -1)));
      }
    }
    return files;
  }

  private static CarriedFile of(String[] fields) {
    boolean isLink = fields.length == 5 && fields[2].equals(LINK);
    if (!isLink && fields.length != 4) {
      throw new IllegalArgumentException("not a list of carried files");
    }
    return new CarriedFile(
        fields[3],
        fields[0],
        Long.parseLong(fields[1]),
        fields[2].equals(PROGRAM),
        isLink ? Optional.of(fields[4]) : Optional.empty());
  }
}
