package hotshoe.core.task;

import java.nio.file.Path;

/** A process of its own with tasks that run, wait and have ended, to be killed. */
final class KilledProcess {

  private KilledProcess() {}

  public static void main(String... arguments) throws Exception {
    TaskStage stage = new TaskStage(TaskStage.configuration(Path.of(arguments[0]), 1, 10));
    stage.room.run(stage.order("b.done", TaskStage.doing(control -> {})));
    TaskOrder.Work sleeping =
        control -> {
          Thread.sleep(60_000);
          return TaskStage.done("");
        };
    stage.room.start(stage.order("a.runs", sleeping));
    stage.room.start(stage.order("a.waits", sleeping));
    System.out.println("running");
    Thread.sleep(60_000);
  }
}
