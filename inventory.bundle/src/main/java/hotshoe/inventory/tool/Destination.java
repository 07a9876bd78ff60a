package hotshoe.inventory.tool;

import hotshoe.problem.ProblemException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Where an answer goes: to the stream, or whole or not at all into a file. */
final class Destination {

  /** Writes an answer. */
  interface Writer {
    void write(OutputStream stream) throws IOException, Refusal;
  }

  private Destination() {}

  /** To the stream; the answer ends with a newline there, in any case with one only. */
  static void stream(OutputStream stream, Writer answer) throws Refusal {
    LastByte last = new LastByte(new BufferedOutputStream(stream, 1 << 16));
    try {
      answer.write(last);
      if (last.value != '\n') {
        last.write('\n');
      }
      last.flush();
    } catch (IOException failure) {
      throw new Refusal(ToolProblems.notWritten("the output", failure), Refusal.GENERAL);
    }
  }

  /** Into a file, as it is. What is there is replaced when all of the answer is written. */
  static void file(Path file, Writer answer) throws Refusal {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        try (OutputStream stream = Files.newOutputStream(file)) {
          answer.write(stream);
        }
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file, answer);
      }
    } catch (IOException failure) {
      throw new Refusal(ToolProblems.notWritten(file.toString(), failure), Refusal.GENERAL);
    }
  }

  private static void replace(Path file, Writer answer) throws IOException, Refusal {
    Path beside =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (OutputStream stream = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
        answer.write(stream);
      }
      if (Files.exists(file)) {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        Files.setPosixFilePermissions(beside, mode);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | Refusal | ProblemException failure) {
      Files.deleteIfExists(beside);
      throw failure;
    }
  }

  /** Remembers what was written last. */
  private static final class LastByte extends FilterOutputStream {

    private int value;

    LastByte(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int b) throws IOException {
      value = b;
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      if (length > 0) {
        value = bytes[start + length - 1];
      }
      out.write(bytes, start, length);
    }
  }
}
