package hotshoe.process;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a process wrote on one of its streams. Safe for use by many threads. Output that did not fit
 * into memory occupies the disk until this is closed or nobody refers to it any more; no file of it
 * is ever seen.
 */
@ProviderType
public interface ProcessOutput extends AutoCloseable {

  /**
   * What is kept in memory, the beginning, as text; bytes that are no UTF-8 have become U+FFFD. It
   * is everything unless {@link #isSpilled()}.
   */
  String text();

  /** How many bytes were written, those that were dropped included. */
  long size();

  /** Whether there is more than what {@link #text()} gives. */
  boolean isSpilled();

  /** Whether something was dropped because it was too much. */
  boolean isTruncated();

  /** Whether there were bytes that are no UTF-8. */
  boolean isMalformed();

  /**
   * All the bytes that are kept, from the beginning.
   *
   * @throws IOException when this is closed and they were not in memory
   */
  InputStream open() throws IOException;

  /** Gives the disk back; does nothing where all is in memory. */
  @Override
  void close();
}
