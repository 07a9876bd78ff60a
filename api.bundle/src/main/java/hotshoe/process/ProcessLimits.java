package hotshoe.process;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much a process may take. What is empty is not limited, apart from the time: then the host's
 * own limit holds (option {@code processes.limit}). What the system cannot limit is told as a note
 * in {@link ProcessFacts}; {@link Processes#support()} says what it can.
 *
 * @param time how long it may run, from its start and not from its turn
 * @param grace how long it may take to end when it is asked to, before it is made to; empty is the
 *     host's option {@code processes.grace}
 * @param memory bytes of memory, of all its processes together where the system can count that,
 *     else of address space of each
 * @param processorTime time on processors, of each of its processes; whole seconds, rounded up
 * @param openFiles files that each of its processes may have open
 * @param processes how many processes it may be
 * @param fileSize bytes of the longest file that it may write
 * @param outputInMemory bytes of each output stream that are kept in memory
 * @param outputOnDisk bytes of each output stream that are kept in all, beyond memory in a private
 *     file; what comes after them is counted and dropped
 */
public record ProcessLimits(
    Optional<Duration> time,
    Optional<Duration> grace,
    OptionalLong memory,
    Optional<Duration> processorTime,
    OptionalLong openFiles,
    OptionalLong processes,
    OptionalLong fileSize,
    int outputInMemory,
    long outputOnDisk) {

  /** What holds of each output stream unless an order says otherwise: 1 MiB in memory. */
  public static final int OUTPUT_IN_MEMORY = 1 << 20;

  /** What holds of each output stream unless an order says otherwise: 64 MiB in all. */
  public static final long OUTPUT_ON_DISK = 64L << 20;

  /**
   * Refuses what is no limit.
   *
   * @throws IllegalArgumentException when one is zero or negative; only no memory for output, and
   *     no grace, make sense
   */
  public ProcessLimits {
    positive("time", time);
    positive("processorTime", processorTime);
    positive("memory", memory);
    positive("openFiles", openFiles);
    positive("processes", processes);
    positive("fileSize", fileSize);
    Objects.requireNonNull(grace, "grace");
    if (grace.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("grace is negative");
    }
    if (outputInMemory < 0 || outputOnDisk < outputInMemory) {
      throw new IllegalArgumentException("of output, less is kept in all than in memory");
    }
  }

  private static void positive(String name, Optional<Duration> limit) {
    if (limit.filter(given -> given.isZero() || given.isNegative()).isPresent()) {
      throw new IllegalArgumentException(name + " is not above zero");
    }
  }

  private static void positive(String name, OptionalLong limit) {
    if (limit.isPresent() && limit.getAsLong() <= 0) {
      throw new IllegalArgumentException(name + " is not above zero");
    }
  }

  /** The host's own limits and nothing more. */
  public static ProcessLimits none() {
    return new ProcessLimits(
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OUTPUT_IN_MEMORY,
        OUTPUT_ON_DISK);
  }

  /** The same with this time limit; zero or less means that of the host (row CS-64). */
  public ProcessLimits withTime(Duration limit) {
    Optional<Duration> time =
        limit.isZero() || limit.isNegative() ? Optional.empty() : Optional.of(limit);
    return new ProcessLimits(
        time,
        grace,
        memory,
        processorTime,
        openFiles,
        processes,
        fileSize,
        outputInMemory,
        outputOnDisk);
  }

  /** The same with this grace. */
  public ProcessLimits withGrace(Duration limit) {
    return new ProcessLimits(
        time,
        Optional.of(limit),
        memory,
        processorTime,
        openFiles,
        processes,
        fileSize,
        outputInMemory,
        outputOnDisk);
  }

  /** The same with so many bytes of memory. */
  public ProcessLimits withMemory(long bytes) {
    return new ProcessLimits(
        time,
        grace,
        OptionalLong.of(bytes),
        processorTime,
        openFiles,
        processes,
        fileSize,
        outputInMemory,
        outputOnDisk);
  }

  /** The same with so much time on processors. */
  public ProcessLimits withProcessorTime(Duration limit) {
    return new ProcessLimits(
        time,
        grace,
        memory,
        Optional.of(limit),
        openFiles,
        processes,
        fileSize,
        outputInMemory,
        outputOnDisk);
  }

  /** The same with so many open files. */
  public ProcessLimits withOpenFiles(long count) {
    return new ProcessLimits(
        time,
        grace,
        memory,
        processorTime,
        OptionalLong.of(count),
        processes,
        fileSize,
        outputInMemory,
        outputOnDisk);
  }

  /** The same with so many processes. */
  public ProcessLimits withProcesses(long count) {
    return new ProcessLimits(
        time,
        grace,
        memory,
        processorTime,
        openFiles,
        OptionalLong.of(count),
        fileSize,
        outputInMemory,
        outputOnDisk);
  }

  /** The same with files of so many bytes. */
  public ProcessLimits withFileSize(long bytes) {
    return new ProcessLimits(
        time,
        grace,
        memory,
        processorTime,
        openFiles,
        processes,
        OptionalLong.of(bytes),
        outputInMemory,
        outputOnDisk);
  }

  /** The same with so many bytes of each output stream kept in memory, and so many in all. */
  public ProcessLimits withOutput(int inMemory, long onDisk) {
    return new ProcessLimits(
        time, grace, memory, processorTime, openFiles, processes, fileSize, inMemory, onDisk);
  }
}
