package hotshoe.core.task;

import hotshoe.core.storage.RecordLine;
import hotshoe.core.storage.RecordLog;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that have ended: an index in memory, and the same in a log on disk, both within bounds.
 * Everything but a handing over happens on the thread that writes the log.
 */
final class History {

  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final long PATIENCE_SECONDS = 10;
  private static final long AGEING_MILLIS = 1000;

  /** How many, how large in all, how old. */
  record Bounds(int tasks, long bytes, Duration age) {}

  /** A task as its line, which takes a third of what a report takes. */
  private record Kept(byte[] line, long created) {
    TaskReport report() {
      return TaskLine.read(new String(line, StandardCharsets.UTF_8));
    }
  }

  private final RecordLog log;
  private final Bounds bounds;
  private final TaskIds ids;
  private final TreeMap<String, Kept> index = new TreeMap<>();
  private final Map<String, TaskReport> open = new LinkedHashMap<>();
  private final RecordLine unwritten = new RecordLine();
  private final CompletableFuture<Void> loaded;
  private long weight;
  private long aged;

  History(RecordLog log, Bounds bounds, TaskIds ids, boolean isNew) {
    this.log = log;
    this.bounds = bounds;
    this.ids = ids;
    this.loaded =
        isNew
            ? CompletableFuture.completedFuture(null)
            : log.replay(this::replay).thenRun(this::findLost);
  }

  private boolean replay(String line) {
    TaskReport task = TaskLine.read(line);
    ids.exceed(task.id());
    if (task.state().isEnd()) {
      open.remove(task.id());
      add(task.id(), task.created().toEpochMilli(), line.getBytes(StandardCharsets.UTF_8));
    } else {
      open.put(task.id(), task);
    }
    return true;
  }

  /** Who began and never ended was running when an earlier process died. */
  private void findLost() {
    for (TaskReport task : open.values()) {
      TaskReport lost = lost(task);
      add(lost);
      log.append(line -> TaskLine.write(lost, line));
    }
    if (!open.isEmpty()) {
      LOG.warn("{} tasks were lost when the host died; task:list names them", open.size());
    }
    open.clear();
  }

  private static TaskReport lost(TaskReport task) {
    return new TaskReport(
        task.id(),
        task.operation(),
        task.subject(),
        task.caller(),
        task.door(),
        TaskState.LOST,
        task.progress(),
        task.message(),
        task.output(),
        task.errorOutput(),
        "",
        "HS-TASK-009",
        List.of(TaskProblems.lost(task.operation())),
        task.created(),
        task.started(),
        Optional.empty(),
        task.parent(),
        task.owner(),
        task.attempt());
  }

  /** Notes that a task is there, for the case that the process dies. */
  void begun(LiveTask task) {
    log.append(line -> begun(task, line));
  }

  private static void begun(LiveTask task, RecordLine line) {
    TaskReport report = task.report();
    if (!report.state().isEnd()) {
      TaskLine.write(report, line);
    }
  }

  /** Takes over a task that has ended; tells when it is found here. */
  void ended(LiveTask task, Consumer<LiveTask> taken) {
    if (!log.append(line -> take(task, taken, line))) {
      task.forgetResult();
      remember(task);
      taken.accept(task);
    }
  }

  private void take(LiveTask task, Consumer<LiveTask> taken, RecordLine line) {
    try {
      int start = line.position();
      task.write(line);
      add(task.id, task.created, line.copyFrom(start));
    } finally {
      taken.accept(task);
    }
  }

  /** Only in memory, on the thread of the call. */
  private void remember(LiveTask task) {
    synchronized (index) {
      unwritten.clear();
      task.write(unwritten);
      add(task.id, task.created, unwritten.copyFrom(0));
    }
  }

  private void add(TaskReport task) {
    synchronized (index) {
      unwritten.clear();
      TaskLine.write(task, unwritten);
      add(task.id(), task.created().toEpochMilli(), unwritten.copyFrom(0));
    }
  }

  private void add(String id, long created, byte[] line) {
    synchronized (index) {
      Kept before = index.put(id, new Kept(line, created));
      weight += line.length - (before == null ? 0 : before.line().length);
      trim();
    }
  }

  private void trim() {
    while (!index.isEmpty() && isTooMuch()) {
      dropFirst();
    }
    long now = System.currentTimeMillis();
    if (now - aged >= AGEING_MILLIS || now < aged) {
      aged = now;
      dropOlderThan(now - bounds.age().toMillis());
    }
  }

  private void dropOlderThan(long oldest) {
    while (!index.isEmpty() && isOlder(oldest)) {
      dropFirst();
    }
  }

  private void dropFirst() {
    weight -= index.pollFirstEntry().getValue().line().length;
  }

  private boolean isTooMuch() {
    return index.size() > bounds.tasks() || weight > bounds.bytes();
  }

  private boolean isOlder(long oldest) {
    return index.firstEntry().getValue().created() < oldest;
  }

  /** The latest, the newest first. */
  List<TaskReport> latest(int count) {
    awaitLoaded();
    List<TaskReport> found = new ArrayList<>();
    synchronized (index) {
      trim();
      for (Kept kept : index.descendingMap().values()) {
        if (found.size() >= count) {
          break;
        }
        found.add(kept.report());
      }
    }
    return found;
  }

  Optional<TaskReport> find(String id) {
    awaitLoaded();
    synchronized (index) {
      return Optional.ofNullable(index.get(id)).map(Kept::report);
    }
  }

  private void awaitLoaded() {
    if (loaded.isDone()) {
      return;
    }
    try {
      loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the history of tasks is not read yet", e);
    }
  }

  void close() {
    log.close();
  }
}
