package hotshoe.loader.archive;

import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Translation;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import hotshoe.loader.content.Opening.Opened;
import hotshoe.loader.content.Opening.Unfinished;
import hotshoe.loader.content.Opening.Unfit;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Leads an archive through its stages: candidate, descriptor, translation. Runs none of its code.
 */
public final class Intake {

  private final ArchiveReader reader;
  private final Dialects dialects;

  /** An intake that knows these dialects. */
  public Intake(ArchiveReader reader, Dialects dialects) {
    this.reader = reader;
    this.dialects = dialects;
  }

  /** How taking in an archive can end. */
  public sealed interface Result {}

  /** It can be installed. */
  public record Ready(Candidate candidate, Descriptor descriptor, Translation translation)
      implements Result {}

  /** It is not whole; somebody may still be copying it. */
  public record NotWhole(Problem problem) implements Result {}

  /** It is whole, and cannot be installed. */
  public record Rejected(List<Problem> problems) implements Result {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** Opens the candidate, recognises it, describes it and translates it. */
  public Result take(Candidate candidate) {
    Opening opening = reader.open(candidate.origin(), candidate.bytes());
    if (opening instanceof Unfinished unfinished) {
      return new NotWhole(unfinished.problem());
    }
    if (opening instanceof Unfit unfit) {
      return new Rejected(List.of(unfit.problem()));
    }
    try (Contents contents = ((Opened) opening).contents()) {
      return dialects
          .recognise(contents)
          .map(dialect -> fit(candidate, dialect, contents))
          .orElseGet(
              () -> new Rejected(List.of(ArchiveProblems.unknownFormat(candidate.origin()))));
    } catch (IOException broken) {
      String why = String.valueOf(broken.getMessage());
      return new NotWhole(ContentProblems.damaged(candidate.origin(), why));
    }
  }

  private static Result fit(Candidate candidate, Dialect dialect, Contents contents) {
    Optional<Problem> collision = dialect.unpacks() ? contents.collision() : Optional.empty();
    return collision.isPresent()
        ? new Rejected(List.of(collision.get()))
        : understand(candidate, dialect, contents);
  }

  private static Result understand(Candidate candidate, Dialect dialect, Contents contents) {
    Description description = dialect.describe(candidate.origin(), contents);
    if (description instanceof NotUnderstood reasons) {
      return new Rejected(reasons.problems());
    }
    Descriptor descriptor = ((Understood) description).descriptor();
    Translation translation = dialect.translate(descriptor, contents);
    return translation instanceof Translation.Impossible reasons
        ? new Rejected(reasons.problems())
        : new Ready(candidate, descriptor, translation);
  }
}
