package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessFeature;
import hotshoe.process.ProcessLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the host writes into a control group that was given to it. The group is a plain folder here,
 * for few build machines have one to give: what the system makes of it is not shown.
 */
class ControlGroupTest {

  @TempDir Path home;

  @Test
  void aLimitedOrderJoinsAGroupOfItsOwnBeforeItsExecutableBegins() throws IOException {
    Path group = Files.createDirectory(home.resolve("group"));
    Files.writeString(group.resolve("cgroup.subtree_control"), "cpu memory pids\n");
    WrittenConfiguration configuration =
        new WrittenConfiguration(home.resolve("data")).with("processes.cgroup", group.toString());
    try (Stage stage = new Stage(home, configuration)) {
      assertTrue(stage.processes.support().has(ProcessFeature.MEMORY));
      assertTrue(stage.processes.support().has(ProcessFeature.PROCESSES));
      ProcessEnd end =
          stage.processes.run(
              stage
                  .sh(
                      "own=$(echo " + group + "/hotshoe-*)",
                      "cat $own/memory.max; echo; cat $own/pids.max; echo",
                      "[ $$ = $(cat $own/cgroup.procs) ] && echo joined",
                      "echo 12345678 > $own/memory.peak; ulimit -v")
                  .within(ProcessLimits.none().withMemory(1 << 26).withProcesses(12)));
      assertEquals("67108864\n12\njoined\nunlimited\n", Stage.output(end));
      assertEquals(List.of(), Stage.codes(end));
      assertTrue(Stage.facts(end).peakMemory().orElseThrow() >= 12_345_678);
    }
  }

  @Test
  void aGroupThatCannotBeHadIsSaidAndReplaced() throws IOException {
    WrittenConfiguration configuration =
        new WrittenConfiguration(home.resolve("data"))
            .with("processes.cgroup", home.resolve("absent").toString());
    try (Stage stage = new Stage(home, configuration)) {
      ProcessEnd end =
          stage.processes.run(
              stage.sh("ulimit -v").within(ProcessLimits.none().withMemory(1 << 28)));
      assertEquals("262144\n", Stage.output(end));
      assertEquals(List.of("HS-PROCESS-017", "HS-PROCESS-017"), Stage.codes(end));
    }
  }
}
