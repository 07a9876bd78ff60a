package hotshoe.core.operation;

import hotshoe.caller.Caller;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.TaskControl;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call as its handler sees it. Its files go when it is closed. */
final class LiveInvocation implements Invocation {

  private final Entry entry;
  private final Prepared prepared;
  private final Caller caller;
  private final TaskControl task;
  private final WorkFolder folder;
  private List<Path> files = List.of();
  private boolean closed;

  LiveInvocation(
      Entry entry, Prepared prepared, Caller caller, TaskControl task, WorkFolder folder) {
    this.entry = entry;
    this.prepared = prepared;
    this.caller = caller;
    this.task = task;
    this.folder = folder;
  }

  @Override
  public OperationDescription operation() {
    return entry.description;
  }

  @Override
  public Map<String, Object> arguments() {
    return prepared.arguments();
  }

  @Override
  public Map<String, Object> undeclared() {
    return prepared.undeclared();
  }

  @Override
  public <T> T argument(String name, Class<T> type) {
    return new Arguments(entry.parameters, prepared.arguments()).find(name, type);
  }

  @Override
  public synchronized Path file(String name) {
    String text = new Arguments(entry.parameters, prepared.arguments()).text(name);
    if (closed) {
      throw new IllegalStateException("the call has ended");
    }
    try {
      Path file = folder.write(text);
      files = new ArrayList<>(files);
      files.add(file);
      return file;
    } catch (IOException e) {
      throw new ProblemException(
          OperationProblems.noFile(entry.name, e.getClass().getSimpleName()), e);
    }
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Optional<Resource> resource() {
    return prepared.resource();
  }

  @Override
  public TaskControl task() {
    return task;
  }

  synchronized void close() {
    closed = true;
    if (!files.isEmpty()) {
      files.forEach(folder::delete);
    }
  }

  @Override
  public String toString() {
    return "call of " + entry.name + " by " + caller.name();
  }
}
