package hotshoe.inventory.tool;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The output of this process. When it is a pipe whose reader has had enough, such as {@code head},
 * the process ends at once and without a word, with the exit code that a shell gives to those who
 * end so.
 */
final class StandardOutput extends OutputStream {

  /** 128 and the number of SIGPIPE, which Java machines ignore. */
  private static final int PIPE_CLOSED = 141;

  private final OutputStream stream = new FileOutputStream(FileDescriptor.out);

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      stream.write(bytes, from, length);
    } catch (IOException failure) {
      if (isPipe() || String.valueOf(failure.getMessage()).contains("roken pipe")) {
        Runtime.getRuntime().halt(PIPE_CLOSED);
      }
      throw failure;
    }
  }

  /** By its kind, since the words of the failure depend on the language; a pipe is never full. */
  private static boolean isPipe() {
    try {
      String name = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return name.startsWith("pipe:") || name.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
