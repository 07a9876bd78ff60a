package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slices that are as a test says, and that tell the journal what they are asked. */
final class RecordingSlices implements Slices {

  final AtomicInteger holds = new AtomicInteger();

  /** Whether the slices that start now have settled. */
  volatile CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

  private final Queue<String> journal;
  private final List<Supplier<Stream<SliceReport>>> reports = new CopyOnWriteArrayList<>();

  RecordingSlices(Queue<String> journal) {
    this.journal = journal;
  }

  /** From now on there is this slice. */
  RecordingSlices have(Supplier<Stream<SliceReport>> slice) {
    reports.add(slice);
    return this;
  }

  static SliceReport slice(String name, SliceState state, String cause, String... dependsOn) {
    SliceDescription description =
        new SliceDescription(
            new SliceName(name),
            Stream.of(dependsOn).map(SliceName::new).collect(Collectors.toCollection(TreeSet::new)),
            new TreeSet<>(),
            Optional.empty());
    return new SliceReport(
        description,
        new ExtensionName(name.substring(0, name.indexOf('.'))),
        state,
        cause,
        List.of(),
        new TreeSet<>(),
        Duration.ZERO,
        Duration.ZERO);
  }

  @Override
  public List<SliceReport> list() {
    return reports.stream().flatMap(Supplier::get).toList();
  }

  @Override
  public Optional<SliceReport> find(SliceName name) {
    return list().stream().filter(report -> report.name().equals(name)).findFirst();
  }

  @Override
  public SliceGraph graph() {
    throw new UnsupportedOperationException("nobody asks for it");
  }

  @Override
  public Hold hold() {
    holds.incrementAndGet();
    return new Hold() {
      @Override
      public void close() {
        holds.decrementAndGet();
      }

      @Override
      public CompletionStage<Void> release() {
        close();
        return settled;
      }
    };
  }

  @Override
  public List<Problem> retire(ExtensionName extension) {
    journal.add(extension + " retire");
    return List.of();
  }

  @Override
  public List<Problem> stop(Duration limit) {
    return List.of();
  }
}
