package hotshoe.core.task;

import hotshoe.caller.Caller;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.core.task.TaskOrder.Ended;
import hotshoe.core.task.TaskOrder.Ran;
import hotshoe.core.task.TaskOrder.Work;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.TaskControl;
import hotshoe.task.TaskOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A room for tasks over a real folder, and orders in few words. */
final class TaskStage implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(30);
  static final Caller ANNA = new Caller("anna", java.util.Set.of("vm-admin"), "shell");

  final TaskRoom room;
  final List<Ended> ended = new CopyOnWriteArrayList<>();

  TaskStage(Path data) {
    this(configuration(data, 64, 10_000));
  }

  TaskStage(WrittenConfiguration configuration) {
    room = new TaskRoom(configuration);
  }

  static WrittenConfiguration configuration(Path data, long places, long queue) {
    return configuration(data, places, queue, 10_000, 1L << 24);
  }

  static WrittenConfiguration configuration(
      Path data, long places, long queue, long keep, long bytes) {
    return new WrittenConfiguration()
        .with("data", data.toString())
        .with("tasks.per-extension", places)
        .with("tasks.queue", queue)
        .with("tasks.keep", keep)
        .with("tasks.keep-days", 30L)
        .with("tasks.keep-bytes", bytes);
  }

  TaskOrder order(String operation, Work work) {
    return order(operation, LONG, Optional.empty(), work);
  }

  TaskOrder order(String operation, Duration limit, Optional<String> parent, Work work) {
    return new TaskOrder(
        operation,
        Optional.of(new ExtensionName(operation.substring(0, operation.indexOf('.')))),
        "",
        ANNA,
        limit,
        parent,
        work,
        ended::add);
  }

  static Work doing(Consumer<TaskControl> deed) {
    return control -> {
      deed.accept(control);
      return done("");
    };
  }

  static Ran done(Object result) {
    return new Ran(
        new TaskOutcome.Succeeded(result, ""), () -> "\"" + String.valueOf(result) + "\"");
  }

  /** Waits, with bounds, until something is so. */
  static void until(Callable<Boolean> so) {
    try {
      long end = System.nanoTime() + 10_000_000_000L;
      while (!so.call()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("it never came to that");
        }
        Thread.sleep(5);
      }
    } catch (AssertionError e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    room.close();
  }
}
