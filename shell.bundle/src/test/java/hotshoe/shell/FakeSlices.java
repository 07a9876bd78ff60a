package hotshoe.shell;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Slices that are only told of. */
public final class FakeSlices implements Slices {

  @Override
  public List<SliceReport> list() {
    return Twenty.reports();
  }

  @Override
  public Optional<SliceReport> find(SliceName name) {
    return list().stream().filter(slice -> slice.name().equals(name)).findFirst();
  }

  @Override
  public SliceGraph graph() {
    return Twenty.graph();
  }

  @Override
  public Hold hold() {
    return () -> {};
  }

  @Override
  public List<Problem> retire(ExtensionName extension) {
    return List.of();
  }

  @Override
  public List<Problem> stop(Duration limit) {
    return List.of();
  }
}
