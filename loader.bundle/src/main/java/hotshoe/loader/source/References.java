package hotshoe.loader.source;

import hotshoe.problem.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people call a version of a repository, and what the repository calls it. */
final class References {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final String TAGS = "refs/tags/";
  private static final String BRANCHES = "refs/heads/";

  private References() {}

  /** Whether it is the whole name of a commit, which nobody can move. */
  static boolean isCommit(String reference) {
    return COMMIT.matcher(reference).matches();
  }

  /** The full name, among these, of a tag or else of a branch; or of anything by its full name. */
  static Optional<String> fullName(String reference, Collection<String> known) {
    return Stream.of(reference, TAGS + reference, BRANCHES + reference)
        .filter(known::contains)
        .filter(name -> name.startsWith("refs/") || name.equals("HEAD"))
        .findFirst();
  }

  /** The one that is most like it, in words, or nothing. */
  static String nearest(String reference, Collection<String> known) {
    return Nearest.to(
        reference,
        known.stream()
            .filter(name -> name.startsWith(TAGS) || name.startsWith(BRANCHES))
            .map(name -> name.replaceFirst("refs/[a-z]+/", ""))
            .toList());
  }
}
