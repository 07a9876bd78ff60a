package hotshoe.shell.command;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Finds the extension that somebody means. */
final class KnownExtensions {

  private final Extensions extensions;

  KnownExtensions(Extensions extensions) {
    this.extensions = extensions;
  }

  /**
   * The extension of this name, in whatever case it is written.
   *
   * @throws ProblemException when there is none; it names the nearest
   */
  Extension find(String name) {
    return byName(name)
        .or(() -> only(extensions.list().stream().filter(e -> isNamed(e, name)).toList()))
        .orElseThrow(() -> new ProblemException(problem(name)));
  }

  private Optional<Extension> byName(String name) {
    try {
      return extensions.find(new ExtensionName(name));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(problem(name).because(e.getMessage()), e);
    }
  }

  private static boolean isNamed(Extension extension, String name) {
    return extension.name().value().equalsIgnoreCase(name);
  }

  private static Optional<Extension> only(List<Extension> matches) {
    return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
  }

  private Problem problem(String name) {
    List<String> known = extensions.list().stream().map(e -> e.name().value()).toList();
    return Problem.error("HS-SHELL-004", "there is no extension '" + name + "'")
        .advising(Candidates.advice(name, known, "ext:list lists all of them"));
  }
}
