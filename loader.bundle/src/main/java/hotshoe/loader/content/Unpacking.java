package hotshoe.loader.content;

import hotshoe.problem.Problem;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;

/**
 * The bytes inside a compressed file. Whatever the unpacking library throws at it, it ends in
 * words. The libraries are loaded when the first archive of their kind comes, not before.
 */
final class Unpacking extends InputStream {

  private static final int WINDOW = 1 << 16;

  private final String origin;
  private final PushbackInputStream packed;
  private final InputStream unpacked;

  /** Begins to unpack; closing it closes the file. */
  Unpacking(String origin, ArchiveKind kind, InputStream file, Limits limits) throws NotTaken {
    this.origin = origin;
    this.packed = new PushbackInputStream(file, WINDOW);
    this.unpacked = guarded(() -> begin(kind, limits));
  }

  /** A step that may fail in any way. */
  private interface Step<T> {
    T take() throws IOException;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = guarded(() -> unpacked.read(bytes, offset, length));
    if (count < 0 && guarded(packed::read) >= 0) {
      throw NotTaken.unfit(
          ContentProblems.afterEnd(origin, "bytes follow the end of what is compressed"));
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  private InputStream begin(ArchiveKind kind, Limits limits) throws IOException {
    return switch (kind) {
      case TAR_GZ -> new GzipMember(packed, WINDOW);
      case TAR_XZ -> new SingleXZInputStream(packed, (int) (limits.unpackingMemory() >> 10));
      case TAR_ZST -> new ZstdInputStream(packed);
      default -> throw new IllegalArgumentException("not compressed: " + kind);
    };
  }

  /** Where the JVM lacks what a library needs, that is an error of linking. */
  private <T> T guarded(Step<T> step) throws NotTaken {
    try {
      return step.take();
    } catch (EOFException end) {
      throw NotTaken.unfinished(cutOff());
    } catch (MemoryLimitException memory) {
      throw NotTaken.unfit(ContentProblems.memory(origin));
    } catch (IOException | RuntimeException | LinkageError failure) {
      throw fault(failure);
    }
  }

  private NotTaken fault(Throwable failure) {
    String words = ContentProblems.words(failure);
    if (words.startsWith("Not enough input bytes")) {
      return NotTaken.unfinished(cutOff());
    }
    if (failure instanceof MalformedInputException && words.startsWith("Window size too large")) {
      return NotTaken.unfit(ContentProblems.memory(origin));
    }
    return NotTaken.unfinished(ContentProblems.damagedStream(origin, words));
  }

  private Problem cutOff() {
    return ContentProblems.cutOff(origin, "what is compressed does not come to its end");
  }
}
