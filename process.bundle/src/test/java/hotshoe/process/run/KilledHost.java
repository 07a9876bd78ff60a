package hotshoe.process.run;

import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import java.nio.file.Path;

/** A host of its own with twenty entrypoints that run, to be killed. */
final class KilledHost {

  private static final int COUNT = 20;

  private KilledHost() {}

  public static void main(String... arguments) throws InterruptedException {
    Path home = Path.of(arguments[0]);
    HostProcesses processes = new HostProcesses(new WrittenConfiguration(home.resolve("data")));
    for (int i = 0; i < COUNT; i++) {
      String script =
          "(setsid sh -c 'echo $$ > "
              + home.resolve("grandchild-" + i)
              + "; exec sleep 1000' &)\n"
              + (i % 2 == 0 ? "trap '' TERM\n" : "")
              + "echo secret > $TMPDIR/secret; echo $$ > "
              + home.resolve("child-" + i)
              + "\n"
              + "while :; do sleep 0.2; done";
      processes.start(ProcessOrder.of("killed", "/bin/sh", "-c", script), ProcessListener.none());
    }
    Thread.sleep(600_000);
  }
}
