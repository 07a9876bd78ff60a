package hotshoe.inventory.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a file or folder looked like: enough to notice a change without reading it again. One that
 * had just been changed might change again within the same tick of the clock of its file system; of
 * such a one the content counts as well.
 *
 * @param facts what the system says; empty where nothing is there
 * @param content a sum of the content of what had just been changed
 */
public record Stamp(Map<String, Object> facts, Optional<Long> content) {

  /** File systems count in seconds at worst. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private static final String CHANGED = "ctime";
  private static final String MODIFIED = "lastModifiedTime";

  /** As it is now. */
  public static Stamp of(Path path) {
    Map<String, Object> facts = facts(path);
    return new Stamp(facts, isFresh(facts) ? sum(path) : Optional.empty());
  }

  /** The stamp of the same content, as it is now; empty if the content may be another one. */
  public Optional<Stamp> again(Path path) {
    Map<String, Object> now = facts(path);
    if (!now.equals(facts)) {
      return Optional.empty();
    }
    if (content.isEmpty()) {
      return Optional.of(this);
    }
    Optional<Long> sum = sum(path);
    if (!sum.equals(content)) {
      return Optional.empty();
    }
    return Optional.of(isFresh(now) ? this : new Stamp(now, Optional.empty()));
  }

  private static boolean isFresh(Map<String, Object> facts) {
    Instant border = Instant.now().minus(TICK);
    return facts.values().stream()
        .anyMatch(fact -> fact instanceof FileTime time && time.toInstant().isAfter(border));
  }

  private static Map<String, Object> facts(Path path) {
    try {
      boolean isUnix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
      return isUnix
          ? Files.readAttributes(path, "unix:ino,size,mode," + CHANGED + "," + MODIFIED)
          : Files.readAttributes(path, "size,isDirectory," + MODIFIED);
    } catch (IOException | SecurityException absent) {
      return Map.of();
    }
  }

  private static Optional<Long> sum(Path path) {
    CRC32 sum = new CRC32();
    try {
      if (Files.isDirectory(path)) {
        names(path).forEach(name -> sum.update(name.getBytes(StandardCharsets.UTF_8)));
      } else if (Files.isRegularFile(path)) {
        content(path, sum);
      }
      return Optional.of(sum.getValue());
    } catch (IOException unreadable) {
      return Optional.of(-1L);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName() + "/").sorted().toList();
    }
  }

  private static void content(Path file, CRC32 sum) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        sum.update(buffer, 0, read);
      }
    }
  }
}
