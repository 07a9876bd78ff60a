package hotshoe.core.task;

import hotshoe.caller.Caller;
import hotshoe.core.storage.FileRecordLog;
import hotshoe.core.storage.RecordLog;
import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.extension.ExtensionName;
import hotshoe.task.TaskOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to run work that does nothing as a task, with its history on disk. Between two
 * calls a caller does something, as callers do: without a pause the history could not keep up, and
 * would drop records instead of writing them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaskBench {

  /** How much a caller does between two calls: 0, or some tens of microseconds. */
  @Param({"0", "10000"})
  public long between;

  private Path folder;
  private History history;
  private TaskCrew crew;
  private TaskOrder order;
  private RecordLog log;

  /** Opens a room for tasks in a folder of its own. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("task-bench");
    TaskIds ids = new TaskIds();
    log =
        new FileRecordLog(
            folder.resolve("tasks"),
            new RecordLog.Bounds(1 << 21, 1 << 24, Duration.ofDays(1), 1 << 15),
            "bench history");
    history = new History(log, new History.Bounds(10_000, 1 << 24, Duration.ofDays(1)), ids, true);
    crew = new TaskCrew(64, 10_000, ids, history, new Audience());
    Ran nothing = new Ran(new TaskOutcome.Succeeded("", ""), () -> "");
    order =
        new TaskOrder(
            "bench.nothing",
            Optional.of(new ExtensionName("bench")),
            "",
            Caller.HOST,
            Duration.ofSeconds(60),
            Optional.empty(),
            control -> nothing,
            ended -> {});
  }

  /** Runs nothing as a task. */
  @Benchmark
  public TaskOutcome run() {
    return crew.run(order);
  }

  /** The same at the pace of a caller that does something itself; subtract {@link #pace}. */
  @Benchmark
  public TaskOutcome paced() {
    Blackhole.consumeCPU(between);
    return crew.run(order);
  }

  /** The pace alone. */
  @Benchmark
  public void pace() {
    Blackhole.consumeCPU(between);
  }

  /** Ends the room, says what was dropped, and deletes the folder. */
  @TearDown
  public void close() throws IOException {
    crew.close();
    history.close();
    System.out.println("dropped: " + log.dropped());
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
