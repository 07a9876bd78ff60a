package hotshoe.shell;

import hotshoe.task.TaskReport;
import hotshoe.task.Tasks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tasks of a small catalogue. */
public final class FakeTasks implements Tasks {

  private final FakeOperations operations;

  FakeTasks(FakeOperations operations) {
    this.operations = operations;
  }

  @Override
  public List<TaskReport> list(int count) {
    return operations.begun.stream()
        .map(FakeTask::report)
        .sorted(Comparator.comparing(TaskReport::id).reversed())
        .limit(count)
        .toList();
  }

  @Override
  public Optional<TaskReport> find(String id) {
    return list(Integer.MAX_VALUE).stream().filter(task -> task.id().equals(id)).findFirst();
  }

  @Override
  public boolean cancel(String id, String reason) {
    Optional<FakeTask> running =
        operations.begun.stream()
            .filter(task -> task.id().equals(id) && !task.report().state().isEnd())
            .findFirst();
    running.ifPresent(task -> task.cancel(reason));
    return running.isPresent();
  }

  @Override
  public AutoCloseable listen(Consumer<TaskReport> listener) {
    return () -> {};
  }
}
