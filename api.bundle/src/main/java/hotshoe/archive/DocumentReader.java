package hotshoe.archive;

import hotshoe.problem.Problem;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads manifests: YAML, and JSON with it. A service of the host. It never throws for anything that
 * is written in them, runs nothing of it, and takes bounded memory and time: 1 MB, 64 levels and
 * 100,000 values at most, whatever aliases stand for.
 *
 * <p>What a value means follows YAML 1.1, as the home systems have it: {@code yes} is true. Whoever
 * wants the text as it is written finds that too. Keys are texts as they are written.
 */
@ProviderType
public interface DocumentReader {

  /** How reading a manifest can end. */
  sealed interface Reading {}

  /** It was read. */
  record Read(Document document) implements Reading {
    public Read {
      Objects.requireNonNull(document, "document");
    }
  }

  /** It cannot be read, for these reasons, each with its line and column. */
  record NotRead(List<Problem> problems) implements Reading {
    public NotRead {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a manifest from bytes.
   *
   * @param origin what people call the file
   * @param bytes what it holds; nobody closes them here
   */
  Reading read(String origin, InputStream bytes);

  /**
   * Reads a file of an archive as a manifest.
   *
   * @param origin what people call the archive
   * @param contents what it holds
   * @param name the file; that it is missing is a problem like any other
   */
  Reading read(String origin, Contents contents, String name);
}
