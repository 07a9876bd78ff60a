package hotshoe.loader.content;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of one file are. */
interface Content {

  /** Reads them from the beginning. */
  InputStream open() throws IOException;
}
