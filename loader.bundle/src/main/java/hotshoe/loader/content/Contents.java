package hotshoe.loader.content;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.util.Optional;

/**
 * What the loader knows of an archive beyond what a dialect is shown. Links lead to files of the
 * same archive, and have their size and bytes. Files can be read by many threads at a time.
 */
public interface Contents extends hotshoe.archive.Contents, AutoCloseable {

  /** What kind of archive it is. */
  ArchiveKind kind();

  @Override
  default boolean isZip() {
    return kind() == ArchiveKind.ZIP;
  }

  /**
   * That names differ only by upper and lower case, or by the way in which Unicode writes them:
   * they are two in the archive and may be one on a disk. Whoever unpacks it must refuse it.
   */
  Optional<Problem> collision();

  @Override
  void close() throws IOException;
}
