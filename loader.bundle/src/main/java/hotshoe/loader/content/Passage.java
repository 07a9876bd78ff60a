package hotshoe.loader.content;

import java.io.IOException;

/** The bytes of a tar archive, one after the other; what has passed can be read again later. */
interface Passage {

  /** How many bytes have passed. */
  long position();

  /** Fills the block; answers how many bytes there were, which is fewer only at the end. */
  int read(byte[] block) throws IOException;

  /** Lets bytes pass unseen; answers whether there were so many. */
  boolean pass(long count) throws IOException;

  /** The bytes that passed there. */
  Content passed(long position, long length);
}
