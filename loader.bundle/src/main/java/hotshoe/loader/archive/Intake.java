package hotshoe.loader.archive;

import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import hotshoe.loader.content.Opening.Opened;
import hotshoe.loader.content.Opening.Unfinished;
import hotshoe.loader.content.Opening.Unfit;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Leads an archive through its stages: candidate, descriptor, translation. Runs none of its code.
 */
public final class Intake {

  /** The problem that no dialect recognises an archive. */
  public static final String UNKNOWN_FORMAT = ArchiveProblems.UNKNOWN_FORMAT;

  private final ArchiveReader reader;
  private final Dialects dialects;

  /** An intake that knows these dialects. */
  public Intake(ArchiveReader reader, Dialects dialects) {
    this.reader = reader;
    this.dialects = dialects;
  }

  /** How taking in an archive can end. */
  public sealed interface Result {}

  /**
   * It can be installed.
   *
   * @param warnings what its author may want to know
   */
  public record Ready(
      Candidate candidate, Descriptor descriptor, Translation translation, List<Problem> warnings)
      implements Result {
    public Ready {
      warnings = List.copyOf(warnings);
    }
  }

  /** What else is done with an archive while it is open. */
  public interface Handling {

    /** Nothing. */
    Handling NONE = new Handling() {};

    /** Why nobody should look into it at all; asked once it is known to be whole and in bounds. */
    default List<Problem> objections() {
      return List.of();
    }

    /** It is translated. */
    default void translated(Translation translation, Contents contents) throws IOException {}
  }

  /** It is not whole; somebody may still be copying it. */
  public record NotWhole(Problem problem) implements Result {}

  /** It is whole, and cannot be installed. */
  public record Rejected(List<Problem> problems) implements Result {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Whether somebody may take a folder in, once it is packed. What cannot be opened is for {@link
   * #take} to explain.
   */
  public boolean mayKnow(String origin, Path folder) {
    if (!(reader.open(origin, folder) instanceof Opened opened)) {
      return true;
    }
    try (Contents contents = opened.contents()) {
      return contents.size(NativeDialect.MANIFEST).isPresent()
          || dialects.recognise(contents).isPresent();
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** Opens the candidate, recognises it, describes it and translates it. */
  public Result take(Candidate candidate) {
    return take(candidate, Handling.NONE);
  }

  /**
   * The same, with something to be done on the way.
   *
   * @throws UncheckedIOException when that fails
   */
  public Result take(Candidate candidate, Handling handling) {
    Opening opening = reader.open(candidate.origin(), candidate.bytes());
    if (opening instanceof Unfinished unfinished) {
      return new NotWhole(unfinished.problem());
    }
    if (opening instanceof Unfit unfit) {
      return new Rejected(List.of(unfit.problem()));
    }
    try (Contents contents = ((Opened) opening).contents()) {
      List<Problem> objections = handling.objections();
      return objections.isEmpty()
          ? recognise(candidate, contents, handling)
          : new Rejected(objections);
    } catch (IOException broken) {
      String why = String.valueOf(broken.getMessage());
      return new NotWhole(ContentProblems.damaged(candidate.origin(), why));
    }
  }

  private Result recognise(Candidate candidate, Contents contents, Handling handling) {
    return dialects
        .recognise(contents)
        .map(dialect -> fit(candidate, dialect, contents, handling))
        .orElseGet(
            () ->
                new Rejected(
                    List.of(ArchiveProblems.unknownFormat(candidate.origin(), dialects.marks()))));
  }

  private static Result fit(
      Candidate candidate, Dialect dialect, Contents contents, Handling handling) {
    Optional<Problem> collision = dialect.unpacks() ? contents.collision() : Optional.empty();
    return collision.isPresent()
        ? new Rejected(List.of(collision.get()))
        : understand(candidate, dialect, contents, handling);
  }

  private static Result understand(
      Candidate candidate, Dialect dialect, Contents contents, Handling handling) {
    Description description = dialect.describe(candidate.origin(), contents);
    if (description instanceof NotUnderstood reasons) {
      return new Rejected(reasons.problems());
    }
    Understood understood = (Understood) description;
    ExtensionName name = understood.descriptor().name();
    if (name.folded().equals(ExtensionName.HOST.folded())) {
      return new Rejected(List.of(ArchiveProblems.reservedName(candidate.origin(), name)));
    }
    Translation translation = dialect.translate(understood.descriptor(), contents);
    if (translation instanceof Translation.Impossible reasons) {
      return new Rejected(reasons.problems());
    }
    try {
      handling.translated(translation, contents);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Ready(candidate, understood.descriptor(), translation, understood.warnings());
  }
}
