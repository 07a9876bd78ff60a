package hotshoe.inventory.named;

import hotshoe.operation.TaskControl;
import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Hands text to a task line by line, as it is written, until somebody wants the task to end. */
final class TaskOutput extends OutputStream {

  private static final int CHUNK = 1 << 13;

  private final TaskControl task;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  TaskOutput(TaskControl task) {
    this.task = task;
  }

  @Override
  public void write(int b) throws InterruptedIOException {
    waiting.write(b);
    boolean isLine = b == '\n';
    if (isLine && waiting.size() >= CHUNK) {
      hand();
    }
  }

  private void hand() throws InterruptedIOException {
    if (task.isCancelled()) {
      throw new InterruptedIOException("the task is to end");
    }
    task.out(waiting.toString(StandardCharsets.UTF_8));
    waiting.reset();
  }

  /** Hands over the rest. */
  @Override
  public void close() throws InterruptedIOException {
    hand();
  }
}
