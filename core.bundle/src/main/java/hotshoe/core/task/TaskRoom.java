package hotshoe.core.task;

import hotshoe.configuration.Configuration;
import hotshoe.core.storage.FileRecordLog;
import hotshoe.core.storage.RecordLog;
import hotshoe.problem.Problem;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskReport;
import hotshoe.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The front door of the tasks: those that run, and their history. Safe for many threads. */
@Component(service = {Tasks.class, TaskRuns.class})
public final class TaskRoom implements Tasks, TaskRuns {

  private static final int WAITING_RECORDS = 1 << 15;
  private static final int FILES = 8;

  private final Audience audience = new Audience();
  private final History history;
  private final TaskCrew crew;

  /** Reads its bounds from {@code tasks.*} and its history from {@code data/tasks}. */
  @Activate
  public TaskRoom(@Reference Configuration configuration) {
    TaskIds ids = new TaskIds();
    Path folder = configuration.path("data").resolve("tasks");
    History.Bounds bounds =
        new History.Bounds(
            atLeastOne(configuration, "tasks.keep"),
            Math.max(1, configuration.number("tasks.keep-bytes")),
            Duration.ofDays(atLeastOne(configuration, "tasks.keep-days")));
    history = new History(log(folder, bounds), bounds, ids, !Files.isDirectory(folder));
    crew =
        new TaskCrew(
            atLeastOne(configuration, "tasks.per-extension"),
            (int) Math.max(0, Math.min(Integer.MAX_VALUE, configuration.number("tasks.queue"))),
            ids,
            history,
            audience);
  }

  private static int atLeastOne(Configuration configuration, String key) {
    return (int) Math.max(1, Math.min(1_000_000, configuration.number(key)));
  }

  private static RecordLog log(Path folder, History.Bounds bounds) {
    return new FileRecordLog(
        folder,
        new RecordLog.Bounds(
            Math.max(1, bounds.bytes() / FILES), bounds.bytes(), bounds.age(), WAITING_RECORDS),
        "hotshoe task history");
  }

  @Deactivate
  void close() {
    crew.close();
    audience.close();
    history.close();
  }

  @Override
  public TaskHandle start(TaskOrder order) {
    return crew.start(order);
  }

  @Override
  public TaskOutcome run(TaskOrder order) {
    return crew.run(order);
  }

  @Override
  public TaskHandle refuse(TaskOrder order, List<Problem> problems) {
    return crew.refuse(order, problems);
  }

  @Override
  public List<TaskReport> list(int count) {
    // First those at hand: they pass into the history, never back.
    List<LiveTask> present = new ArrayList<>(crew.present());
    present.sort(Comparator.comparing((LiveTask task) -> task.id).reversed());
    TreeMap<String, TaskReport> found = new TreeMap<>(Comparator.reverseOrder());
    present.stream().limit(Math.max(0, count)).forEach(task -> found.put(task.id, task.report()));
    history.latest(count).forEach(task -> found.put(task.id(), task));
    return found.values().stream().limit(Math.max(0, count)).toList();
  }

  @Override
  public Optional<TaskReport> find(String id) {
    return crew.find(id).map(LiveTask::report).or(() -> history.find(id));
  }

  @Override
  public boolean cancel(String id, String reason) {
    Optional<LiveTask> task = crew.find(id).filter(it -> it.outcome().isEmpty());
    task.ifPresent(it -> it.cancel(reason));
    return task.isPresent();
  }

  @Override
  public AutoCloseable listen(Consumer<TaskReport> listener) {
    return audience.listen(listener);
  }
}
