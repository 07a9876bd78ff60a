package hotshoe.extension;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the files of an extension lie on the disk at one moment (row CS-17). What the extension has
 * written beside its installed files is not looked at.
 *
 * @param folder where they lie
 * @param digest the SHA-512 over names, kinds and the SHA-512 of the bytes of all installed files
 *     as they lie there, 128 lower-case hexadecimal digits: the same on every node on which the
 *     same files lie
 * @param differences the files that are not as they were installed, each with what is wrong in
 *     words, such as {@code is not there}; by their names below the folder
 */
public record FilesReport(Path folder, String digest, Map<String, String> differences) {
  public FilesReport {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(digest, "digest");
    differences = Collections.unmodifiableMap(new TreeMap<>(differences));
  }

  /** Whether all of them are as they were installed. */
  public boolean isWhole() {
    return differences.isEmpty();
  }
}
