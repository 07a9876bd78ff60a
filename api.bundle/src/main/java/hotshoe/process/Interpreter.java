package hotshoe.process;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * A program of this machine that runs programs written in a language. The host registers one as a
 * service for each that it has found, with the properties {@link #LANGUAGE} and {@link #VERSION};
 * they come after the host is ready, and come and go with the configuration (option {@code
 * interpreters.<language>}) and with the files. A higher {@code service.ranking} is preferred: that
 * which is named first. Immutable.
 *
 * @param language what it reads, in lower case: {@code python}, {@code bash}, {@code node}
 * @param version its version, of three numbers, as it says itself
 * @param path the absolute path of its executable, as configured or found; links are not followed
 */
public record Interpreter(String language, Version version, Path path) {

  /** The service property that holds {@link #language()}, a text. */
  public static final String LANGUAGE = "language";

  /** The service property that holds {@link #version()}, a {@link Version}. */
  public static final String VERSION = "version";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9+_-]{0,31}");

  /**
   * Refuses what no requirement could ask for.
   *
   * @throws IllegalArgumentException when the language is no name, the version has more than three
   *     numbers, or the path is relative
   */
  public Interpreter {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(path, "path");
    if (!NAME.matcher(language).matches()) {
      throw new IllegalArgumentException("not the name of a language: " + language);
    }
    if (!version.getQualifier().isEmpty()) {
      throw new IllegalArgumentException("a version has three numbers, and not: " + version);
    }
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("not an absolute path: " + path);
    }
  }
}
