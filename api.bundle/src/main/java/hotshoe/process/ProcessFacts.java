package hotshoe.process;

import hotshoe.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is known of a process that has ended.
 *
 * @param pid its number in the system
 * @param started when it started
 * @param queued how long it had waited for its turn
 * @param duration how long it ran
 * @param peakMemory the most bytes of memory seen in use by it and what it began; looked at from
 *     time to time, so that a very short life tells none
 * @param output its standard output
 * @param errorOutput its standard error
 * @param notes what people should know beside the result: output truncated or no UTF-8, input not
 *     read, processes left behind, limits that could not be had
 */
public record ProcessFacts(
    long pid,
    Instant started,
    Duration queued,
    Duration duration,
    OptionalLong peakMemory,
    ProcessOutput output,
    ProcessOutput errorOutput,
    List<Problem> notes) {
  public ProcessFacts {
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(queued, "queued");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(peakMemory, "peakMemory");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(errorOutput, "errorOutput");
    notes = List.copyOf(notes);
  }
}
