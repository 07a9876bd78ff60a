package hotshoe.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a process reads on its standard input. It is fed while the process runs and then closed; a
 * process that does not read it all does no harm.
 */
public sealed interface ProcessInput {

  /** Nothing: the end at once. */
  record None() implements ProcessInput {}

  /** A text, in UTF-8. */
  record Text(String text) implements ProcessInput {
    public Text {
      Objects.requireNonNull(text, "text");
    }

    /** Its length only, for it may hold secrets. */
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  /** A file that is there for the whole run. */
  record File(Path path) implements ProcessInput {
    public File {
      Objects.requireNonNull(path, "path");
    }
  }

  /** Whatever a stream gives, which is opened when the process has started, and closed. */
  record Stream(Source source) implements ProcessInput {
    public Stream {
      Objects.requireNonNull(source, "source");
    }
  }

  /** Opens a stream. */
  @FunctionalInterface
  interface Source {
    /** A new stream. */
    InputStream open() throws IOException;
  }

  /** These bytes. They are not copied: leave them alone until the process has ended. */
  static ProcessInput of(byte[] bytes) {
    return new Stream(() -> new ByteArrayInputStream(bytes));
  }
}
