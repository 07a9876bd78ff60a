package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.process.Processes;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.task.TaskOutcome.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entrypoints that do what nobody should, each installed from an archive and called as an operation
 * of an assembled host: the answer is right, and nothing is left, no process, no zombie, no file
 * and no descriptor.
 */
@Timeout(120)
class CloudStackHostileTest {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path home;
  private CloudStackHost host;
  private long descriptors;

  @BeforeEach
  void start() throws IOException {
    host = CloudStackHost.started(home, Map.of("processes.grace", "300ms"));
    host.await("processes", () -> host.hotshoe().service(Processes.class).isPresent());
    install("echo warm");
    host.output("demo.go");
    host.await("the sweep of the first run", () -> leftovers().isEmpty());
    descriptors = descriptors();
  }

  @AfterEach
  void nothingIsLeft() {
    Orphans.assertNoneOf(home);
    host.await("everything to be given back", () -> leftovers().isEmpty());
    host.await("no zombie", () -> zombies().isEmpty());
    host.await("descriptors to be given back", () -> descriptors() <= descriptors + 5);
    host.close();
  }

  private void install(String script) throws IOException {
    int version = (int) (System.nanoTime() / 1_000_000 % 1_000_000_000);
    host.install("demo", "1.0." + version, "", Map.of("demo.sh", "#!/bin/bash\n" + script + "\n"));
  }

  @Test
  @Proves("CS-65")
  void aMebibyteOnBothStreamsNeitherBlocksNorMixes() throws IOException {
    install(
        "head -c %d /dev/zero | tr '\\0' o & head -c %d /dev/zero | tr '\\0' e >&2; wait; exit 3"
            .formatted(MEBIBYTE, MEBIBYTE));
    Failed failed = assertInstanceOf(Failed.class, host.call("demo.go"));
    assertEquals("3", failed.details().get("exitcode"));
    assertEquals("o".repeat(MEBIBYTE), failed.details().get("output"));
    assertEquals("e".repeat(MEBIBYTE), failed.details().get("erroroutput"));
  }

  @Test
  @Proves("CS-64")
  void aChildThatForksGrandchildrenAndHangsIsEndedWithAllOfThem() throws IOException {
    install(
        """
        for i in 1 2 3; do
          (setsid bash -c 'sleep 1000 & sleep 1000 & wait' &)
          (bash -c '(sleep 1000 &) ; sleep 1000' >/dev/null 2>&1 </dev/null &)
        done
        echo begun
        sleep 1000
        """);
    assertTimesOut();
  }

  @Test
  @Proves("CS-64")
  void oneThatIgnoresTheRequestToEndIsMadeTo() throws IOException {
    install("trap '' TERM INT HUP; while :; do sleep 0.1; done");
    assertTimesOut();
  }

  private void assertTimesOut() {
    long begin = System.nanoTime();
    assertInstanceOf(TimedOut.class, host.call("demo.short"));
    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 20);
    Orphans.assertNoneOf(home);
  }

  @Test
  void oneThatClosesItsInputAtOnceGetsAPayloadOfTenMegabytesAllTheSame() throws IOException {
    install(
        "exec 0<&-; grep -o 'w*' \"$2\" | awk '{ if (length > n) n = length } END { print n }'");
    Succeeded done =
        assertInstanceOf(
            Succeeded.class, host.call("demo.give", Map.of("word", "w".repeat(10_000_000))));
    assertEquals("10000000", ((Map<?, ?>) done.result()).get("details"));
  }

  @Test
  void bytesThatAreNoTextAreReplacedAndSpoilNothing() throws IOException {
    install("printf 'a\\377\\376b\\n'; printf '\\303' >&2; exit 0");
    assertEquals("a\uFFFD\uFFFDb", host.output("demo.go"));
  }

  @Test
  void aProgramThatIsDeletedBetweenThePlanAndTheRunIsNotRunAndToldOf() throws IOException {
    Path archive = host.archive("demo", "3.0.0", "", Map.of("demo.sh", "#!/bin/sh\necho new\n"));
    InstallRequest request = InstallRequest.of(archive.toString());
    host.hotshoe().installer().plan(request, InstallListener.NONE);
    host.hotshoe().installer().install(request, InstallListener.NONE);
    assertEquals("new", host.output("demo.go"));
    Path folder = host.files("demo");
    Files.delete(folder.resolve("demo.sh"));
    TaskOutcome outcome = host.call("demo.go");
    assertInstanceOf(Failed.class, outcome);
    assertEquals("HS-CLOUDSTACK-080", outcome.problems().get(0).code());
    Files.delete(folder.resolve("manifest.yaml"));
    Files.delete(folder);
    assertEquals("new", host.output("demo.go"), "what is gone as a whole is laid anew");
  }

  @Test
  void twentyAtATimeLeaveNothingEither() throws Exception {
    install("(sleep 1000 &); echo $RANDOM; exit 0");
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Thread caller = new Thread(() -> host.output("demo.go"));
      caller.start();
      callers.add(caller);
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  /** What runs leave in the data folder while they run. */
  private List<Path> leftovers() {
    List<Path> left = new ArrayList<>(in(home.resolve("data/payloads/cloudstack")));
    for (Path run : in(home.resolve("data/processes"))) {
      left.addAll(in(run.resolve("running")));
      in(run).stream()
          .filter(path -> path.getFileName().toString().matches("[0-9]+"))
          .forEach(left::add);
    }
    return left;
  }

  private static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static long descriptors() {
    return in(Path.of("/proc/self/fd")).size();
  }

  /** Children of this process that have ended and that nobody has asked for. */
  private static List<String> zombies() {
    List<String> zombies = new ArrayList<>();
    for (Path process : in(Path.of("/proc"))) {
      if (Character.isDigit(process.getFileName().toString().charAt(0))) {
        try {
          String stat = Files.readString(process.resolve("stat"));
          String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
          if (rest[0].equals("Z") && rest[1].equals("" + ProcessHandle.current().pid())) {
            zombies.add(stat);
          }
        } catch (IOException gone) {
          zombies.remove(process.toString());
        }
      }
    }
    return zombies;
  }
}
