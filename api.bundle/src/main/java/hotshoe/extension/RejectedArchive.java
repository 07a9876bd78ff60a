package hotshoe.extension;

import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * A file that was offered and is not installed. It is looked at again when it changes.
 *
 * @param origin the file as the operator knows it
 * @param problems why, at least one
 * @param since when it was found to be so
 */
public record RejectedArchive(String origin, List<Problem> problems, Instant since) {
  public RejectedArchive {
    problems = List.copyOf(problems);
  }
}
