package hotshoe.core.storage;

import hotshoe.core.storage.RecordLog.Bounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a log: {@code <day>-<number>.jsonl}, whose names sort as they were begun, also when
 * the clock was set back.
 */
final class LogFolder {

  private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(\\d{9})\\.jsonl");

  private final Path path;
  private final Bounds bounds;

  LogFolder(Path path, Bounds bounds) {
    this.path = path;
    this.bounds = bounds;
  }

  Path path() {
    return path;
  }

  /** The files, the oldest first. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(it -> NAME.matcher(it.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /** The file to write to: the newest while it is of today and has room, or else the next. */
  Path writable() throws IOException {
    PrivateFile.makeFolder(path);
    List<Path> files = files();
    if (files.isEmpty()) {
      return path.resolve(name(today(), 1));
    }
    Path newest = files.get(files.size() - 1);
    boolean fits = Files.size(newest) < bounds.fileBytes() && day(newest).compareTo(today()) >= 0;
    return fits ? newest : next(newest);
  }

  /** The file that follows this one. */
  Path next(Path newest) {
    String day = day(newest).compareTo(today()) > 0 ? day(newest) : today();
    return path.resolve(name(day, number(newest) + 1));
  }

  /** Whether a file must be followed by another one. */
  boolean isFull(Path file, long length) {
    return length >= bounds.fileBytes() || day(file).compareTo(today()) < 0;
  }

  /** Deletes what is beyond the bounds, never the newest file. */
  void prune() throws IOException {
    List<Path> files = new ArrayList<>(files());
    Instant oldest = Instant.now().minus(bounds.age());
    long total = 0;
    for (int i = files.size() - 1; i >= 0; i--) {
      Path file = files.get(i);
      total += Files.size(file);
      boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
      if (i < files.size() - 1 && (total > bounds.totalBytes() || old)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Gives a file a name under which it is not read any more; returns that. */
  static Path setAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".broken");
    return Files.move(file, aside);
  }

  private static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }

  private static String name(String day, long number) {
    return "%s-%09d.jsonl".formatted(day, number);
  }

  private static String day(Path file) {
    return file.getFileName().toString().substring(0, 10);
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(11, 20));
  }
}
