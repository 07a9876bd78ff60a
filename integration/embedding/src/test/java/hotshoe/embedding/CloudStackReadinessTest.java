package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.AuditEntry;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.status.StatusLevel;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Succeeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entrypoint of an installed extension goes away and comes back, in an assembled host. */
class CloudStackReadinessTest {

  private static final long INTERVAL = 400;

  /** No shell script: the kind of an entrypoint does not matter. */
  private static final String PROGRAM = "#!/usr/bin/env python3\nimport lib\nprint(lib.WORD)\n";

  @TempDir Path home;
  private CloudStackHost host;

  @BeforeEach
  void start() throws IOException {
    host = CloudStackHost.started(home, Map.of("readiness.interval", INTERVAL + "ms"));
    host.install("demo", "1.0.0", "", Map.of("demo.py", PROGRAM, "lib.py", "WORD = 'well'\n"));
    assertInstanceOf(Succeeded.class, host.call("demo.go"));
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  @Proves({"CS-17", "CS-18", "CS-19"})
  void movingTheEntrypointAwayAndBackIsNoticedWithinOneAndAHalfIntervalsEach() throws IOException {
    Path entrypoint = host.files("demo").resolve("demo.py");
    Files.move(entrypoint, home.resolve("away"));
    host.await("the alert", within(), () -> host.state("demo") == ExtensionState.DEGRADED);
    Extension degraded = host.extension("demo");
    assertEquals("the entrypoint of demo is not ready: demo.py is not there", degraded.cause());
    assertEquals("HS-CLOUDSTACK-080", degraded.problems().get(0).code());
    assertEquals(StatusLevel.ERROR, host.hotshoe().status().status().overall());
    Failed refused = assertInstanceOf(Failed.class, host.call("demo.go"));
    assertEquals("HS-CLOUDSTACK-080", refused.problems().get(0).code());
    Files.move(home.resolve("away"), entrypoint);
    assertInstanceOf(Succeeded.class, host.call("demo.go"), "every run looks for itself");
    host.await("the all-clear", within(), () -> host.state("demo") == ExtensionState.ACTIVE);
    assertEquals(
        List.of("extension.not-ready", "extension.ready"),
        host.audit().stream().map(AuditEntry::action).filter(it -> it.contains("ready")).toList());
  }

  @Test
  @Proves("CS-17")
  void aFileBesideTheEntrypointThatWasChangedIsNotReadyEitherAndIsNotRun() throws IOException {
    Path library = host.files("demo").resolve("lib.py");
    Files.writeString(library, "WORD = 'evil'\n");
    Failed refused = assertInstanceOf(Failed.class, host.call("demo.go"));
    assertTrue(
        refused.problems().get(0).sentence().contains("lib.py holds other bytes"),
        refused.problems()::toString);
    host.await("the alert", within(), () -> host.state("demo") == ExtensionState.DEGRADED);
    Files.writeString(library, "WORD = 'well'\n");
    host.await("the all-clear", within(), () -> host.state("demo") == ExtensionState.ACTIVE);
  }

  @Test
  @Proves("CS-11")
  void enablingWithoutAnEntrypointThatCanBeExecutedIsRefusedAndLeavesItDisabled()
      throws IOException {
    Path entrypoint = host.files("demo").resolve("demo.py");
    host.hotshoe().extensions().disable(host.extension("demo").name());
    Files.setPosixFilePermissions(entrypoint, PosixFilePermissions.fromString("rw-------"));
    assertRefused("demo.py cannot be executed");
    Files.delete(entrypoint);
    assertRefused("demo.py is not there");
    Files.createDirectory(entrypoint);
    assertRefused("demo.py is not a regular file");
    Files.delete(entrypoint);
    Files.writeString(entrypoint, PROGRAM);
    Files.setPosixFilePermissions(entrypoint, PosixFilePermissions.fromString("rwx------"));
    assertInstanceOf(
        Outcome.Enabled.class, host.hotshoe().extensions().enable(host.extension("demo").name()));
    assertInstanceOf(Succeeded.class, host.call("demo.go"));
  }

  private void assertRefused(String why) {
    Outcome.Refused refused =
        assertInstanceOf(
            Outcome.Refused.class,
            host.hotshoe().extensions().enable(host.extension("demo").name()));
    assertEquals(why, refused.problems().get(0).why());
    assertEquals(ExtensionState.DISABLED, host.state("demo"));
  }

  @Test
  void anInterpreterThatIsNotThereIsToldBeforeAnybodyCalls() throws IOException {
    host.install("odd", "1.0.0", "", Map.of("odd.sh", "#!/usr/bin/pyhton3\nprint(1)\n"));
    host.await("the alert", within(), () -> host.state("odd") == ExtensionState.DEGRADED);
    assertTrue(
        host.extension("odd").cause().contains("asks for /usr/bin/pyhton3, which is not there"),
        host.extension("odd")::cause);
  }

  @Test
  void aProgramThatIsNotThereIsAHint() throws IOException {
    host.install("lax", "1.0.0", "", Map.of("lax.sh", "#!/bin/sh\nracadm getsysinfo\n"));
    host.await(
        "the hint",
        within(),
        () ->
            host.extension("lax").problems().stream()
                .anyMatch(it -> it.what().endsWith("seems to use what is not here: racadm")));
    assertEquals(ExtensionState.ACTIVE, host.state("lax"));
  }

  /** One and a half intervals, and what a busy machine takes for looking. */
  private static Duration within() {
    return Duration.ofMillis(INTERVAL * 3 / 2).plusSeconds(5);
  }
}
