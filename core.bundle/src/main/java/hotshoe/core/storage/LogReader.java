package hotshoe.core.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Reads the lines of a log's files. A last line without an end was torn by a crash: no line. */
final class LogReader {

  /** Nobody writes such a file here; whoever put it there shall not fill the memory with it. */
  static final long LARGEST = 1L << 28;

  private LogReader() {}

  /** Hands over every line until one is not taken; whether all were. */
  static boolean takes(Path file, Predicate<String> reader) throws IOException {
    if (Files.size(file) > LARGEST) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(file);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (!isTaken(new String(bytes, start, i - start, StandardCharsets.UTF_8), reader)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  /** A reader that throws has not understood the line either. */
  private static boolean isTaken(String line, Predicate<String> reader) {
    try {
      return reader.test(line);
    } catch (RuntimeException notUnderstood) {
      return false;
    }
  }

  /** The last lines of these files that look like records, the oldest first. */
  static List<String> latest(List<Path> files, int count) throws IOException {
    Deque<String> found = new ArrayDeque<>();
    for (int i = files.size() - 1; i >= 0 && found.size() < count; i--) {
      List<String> lines = lines(files.get(i));
      for (int j = lines.size() - 1; j >= 0 && found.size() < count; j--) {
        found.addFirst(lines.get(j));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try {
      takes(file, line -> !isRecord(line) || lines.add(line));
    } catch (NoSuchFileException deletedMeanwhile) {
      return List.of();
    }
    return lines;
  }

  private static boolean isRecord(String line) {
    return line.startsWith("{") && line.endsWith("}");
  }

  /** How long a file is without a last line that was never ended. */
  static long whole(Path file, long length) throws IOException {
    try (java.io.RandomAccessFile bytes = new java.io.RandomAccessFile(file.toFile(), "r")) {
      byte[] block = new byte[8192];
      for (long end = length; end > 0; end -= Math.min(end, block.length)) {
        int size = (int) Math.min(end, block.length);
        bytes.seek(end - size);
        bytes.readFully(block, 0, size);
        for (int i = size - 1; i >= 0; i--) {
          if (block[i] == '\n') {
            return end - size + i + 1;
          }
        }
      }
      return 0;
    }
  }
}
