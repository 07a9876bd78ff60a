package hotshoe.core.operation;

import hotshoe.operation.CallRequest;
import hotshoe.operation.TaskControl;
import hotshoe.task.TaskHandle;

/** How a handler speaks to its task; the calls it begins are sub-tasks by the same caller. */
final class SubTasks implements TaskControl {

  private final TaskControl task;
  private final Switchboard calls;
  private final Lineage call;

  SubTasks(TaskControl task, Switchboard calls, Lineage call) {
    this.task = task;
    this.calls = calls;
    this.call = call;
  }

  @Override
  public String id() {
    return task.id();
  }

  @Override
  public void progress(double done, String message) {
    task.progress(done, message);
  }

  @Override
  public void out(String text) {
    task.out(text);
  }

  @Override
  public void err(String text) {
    task.err(text);
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
    TaskHandle handle = calls.start(request.by(call.caller), call);
    task.onCancel(() -> handle.cancel("the task " + task.id() + " that began it was cancelled"));
    return handle;
  }
}
