package hotshoe.extension;

import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Version;

/**
 * An installed extension as it stands at one moment: a description, safe to keep and to show.
 *
 * @param name its identity
 * @param version its version
 * @param dialect the format it arrived in: {@code native}, later {@code cloudstack} and others
 * @param state where it stands
 * @param cause why it stands there, in words; empty when it is {@link ExtensionState#ACTIVE}
 * @param problems everything known to be wrong with it
 * @param digest the SHA-256 of the archive as it came, 64 lower-case hexadecimal digits
 * @param origin where it came from: a file name in the deploy folder, a path or a URL
 * @param installed when this version was installed
 * @param title a human name, or the name itself
 * @param description what it is for, or empty
 * @param bundle the identifier of its bundle in the framework, or -1 while there is none
 */
public record Extension(
    ExtensionName name,
    Version version,
    String dialect,
    ExtensionState state,
    String cause,
    List<Problem> problems,
    String digest,
    String origin,
    Instant installed,
    String title,
    String description,
    long bundle) {

  public Extension {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(cause, "cause");
    problems = List.copyOf(problems);
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(installed, "installed");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
  }
}
