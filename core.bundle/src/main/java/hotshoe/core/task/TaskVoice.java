package hotshoe.core.task;

import hotshoe.operation.CallRequest;
import hotshoe.operation.TaskControl;
import hotshoe.task.TaskHandle;

/** What a handler says to its task; nothing is heard once the task has ended. */
final class TaskVoice implements TaskControl {

  private static final int LONGEST_MESSAGE = 1000;

  private final LiveTask task;
  private volatile double progress;
  private volatile String message = "";
  private volatile Output out;
  private volatile Output err;

  TaskVoice(LiveTask task) {
    this.task = task;
  }

  @Override
  public String id() {
    return task.id();
  }

  @Override
  public void progress(double done, String words) {
    if (task.isOver()) {
      return;
    }
    if (done >= 0) {
      progress = Math.min(1, done);
    }
    message = bounded(words);
    task.changed();
  }

  private static String bounded(String words) {
    String text = words == null ? "" : words;
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
  }

  @Override
  public void out(String text) {
    if (!task.isOver()) {
      if (out == null) {
        openOut();
      }
      out.add(text);
      task.changed();
    }
  }

  private synchronized void openOut() {
    if (out == null) {
      out = new Output();
    }
  }

  @Override
  public void err(String text) {
    if (!task.isOver()) {
      if (err == null) {
        openErr();
      }
      err.add(text);
      task.changed();
    }
  }

  private synchronized void openErr() {
    if (err == null) {
      err = new Output();
    }
  }

  @Override
  public boolean isCancelled() {
    return task.isCancelled();
  }

  @Override
  public void onCancel(Runnable action) {
    task.onCancel(action);
  }

  @Override
  public TaskHandle start(CallRequest request) {
    throw new IllegalStateException("sub-tasks are begun by the catalogue");
  }

  /** How far it is; everything, when it succeeded. */
  double progress() {
    return progress;
  }

  String message() {
    return message;
  }

  String out() {
    return out == null ? "" : out.tail();
  }

  String err() {
    return err == null ? "" : err.tail();
  }
}
