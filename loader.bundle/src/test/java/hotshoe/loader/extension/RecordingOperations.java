package hotshoe.loader.extension;

import hotshoe.caller.Caller;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.Operations;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A catalogue without operations, which tells the journal for whom calls have to wait. */
final class RecordingOperations implements Operations {

  private final Queue<String> journal;

  RecordingOperations(Queue<String> journal) {
    this.journal = journal;
  }

  @Override
  public Hold hold(ExtensionName extension, Duration drain) {
    journal.add(extension + " held, drained for " + drain.toSeconds() + " s");
    return () -> journal.add(extension + " free");
  }

  @Override
  public List<OperationDescription> list() {
    return List.of();
  }

  @Override
  public Optional<OperationDescription> find(String name) {
    return Optional.empty();
  }

  @Override
  public List<OperationDescription> candidates(String name) {
    return List.of();
  }

  @Override
  public List<OperationDescription> list(Caller caller) {
    return List.of();
  }

  @Override
  public long generation() {
    return 0;
  }

  @Override
  public TaskHandle start(CallRequest request) {
    throw new UnsupportedOperationException("nobody calls");
  }

  @Override
  public TaskOutcome call(CallRequest request) {
    throw new UnsupportedOperationException("nobody calls");
  }
}
