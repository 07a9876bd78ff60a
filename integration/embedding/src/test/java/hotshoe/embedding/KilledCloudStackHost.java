package hotshoe.embedding;

import hotshoe.operation.CallRequest;
import hotshoe.process.Processes;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A host that runs twenty entrypoints and waits to be killed. */
final class KilledCloudStackHost {

  private KilledCloudStackHost() {}

  /** Given its home, and the text of the entrypoint. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]);
    CloudStackHost host = CloudStackHost.started(home, Map.of());
    Hotshoe hotshoe = host.hotshoe();
    host.await("processes", () -> hotshoe.service(Processes.class).isPresent());
    host.install("demo", "1.0.0", "", Map.of("demo.sh", arguments[1]));
    for (int i = 0; i < 20; i++) {
      hotshoe
          .operations()
          .start(CallRequest.of("demo.go", Map.of()).on(CloudStackHost.MACHINE.ref()));
    }
    host.await("twenty entrypoints", () -> count(home.resolve("notes")) == 20);
    host.await(
        "twenty tasks on the disk",
        () ->
            hotshoe.tasks().list(100).stream()
                    .filter(task -> task.state() == TaskState.RUNNING)
                    .count()
                == 20);
    // written behind: forced to the disk every 200 ms
    Thread.sleep(1000);
    System.out.println("all run");
    Thread.sleep(120_000);
  }

  private static long count(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
