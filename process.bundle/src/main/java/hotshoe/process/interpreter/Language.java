package hotshoe.process.interpreter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * A language whose interpreters are looked for.
 *
 * @param name as requirements ask for it, and in the option {@code interpreters.<name>}
 * @param programs what its interpreters are called where nobody says where they are, the best first
 * @param question the arguments with which one tells its version on standard output
 */
record Language(String name, List<String> programs, List<String> question) {

  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?");

  static final List<Language> ALL =
      List.of(
          new Language(
              "python",
              List.of("python3", "python"),
              // Python 2 understands this too, and its --version speaks on standard error
              List.of("-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])")),
          new Language("bash", List.of("bash"), List.of("--version")),
          new Language("node", List.of("node", "nodejs"), List.of("--version")));

  /** The first version in an answer; two numbers are three with a nought. */
  static Optional<Version> version(String answer) {
    Matcher version = VERSION.matcher(answer);
    if (!version.find()) {
      return Optional.empty();
    }
    int micro = Optional.ofNullable(version.group(3)).map(Integer::parseInt).orElse(0);
    return Optional.of(
        new Version(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)), micro));
  }
}
