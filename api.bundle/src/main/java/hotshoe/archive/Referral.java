package hotshoe.archive;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a manifest that came without its archive says of the archive. */
public sealed interface Referral {

  /**
   * The archive is there.
   *
   * @param extension whose it is, so that a name that is taken is refused before anything is
   *     fetched (row CS-42)
   * @param source where, in a form that {@link hotshoe.extension.InstallRequest#source} takes
   * @param reference the branch, tag or commit, if it is a repository
   * @param digest the SHA-256 that the archive must have, if the manifest says so (row CS-35)
   * @param manifest the name under which the manifest belongs into the archive; it takes the place
   *     of a file of that name
   */
  record To(
      ExtensionName extension,
      String source,
      Optional<String> reference,
      Optional<String> digest,
      String manifest)
      implements Referral {
    public To {
      Objects.requireNonNull(extension, "extension");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(manifest, "manifest");
    }
  }

  /** The manifest is wrong, for these reasons. */
  record Faulty(List<Problem> problems) implements Referral {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
