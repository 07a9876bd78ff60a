package hotshoe.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.shell.FakeTask;
import hotshoe.shell.Shell;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.NothingValue;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal: what they are asked, what they see, and what is remembered of it. */
@Timeout(60)
class QuestionsTest {

  @TempDir private Path data;

  private Shell shell;
  private SocketDoor door;
  private TestClient client;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(data);
    door =
        new SocketDoor(
            new Sessions(shell.processor, shell.extensions, shell.slices, shell.configuration),
            shell.configuration);
    Path socket = data.resolve("run/shell.sock");
    while (!Files.exists(socket)
        || !"rw-------"
            .equals(
                java.nio.file.attribute.PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(socket)))) {
      Thread.onSpinWait();
    }
    client = new TestClient(socket);
    client.greet(true, data);
    client.awaitOutput("hotshoe> ");
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    door.close();
    shell.close();
  }

  @Test
  void whatIsMissingIsAskedForAndASecretIsNotShown() throws Exception {
    shell.operations.work = task -> task.end(new Succeeded(List.of("Ada"), "Closed."));
    client.type("op:call billing.close\r");
    client.awaitOutput("month: ");
    client.type("13\r");
    client.awaitOutput("! month: 13 is above the maximum 12");
    client.awaitOutput("month: ");
    client.type("3\r");
    client.awaitOutput("bank_key: ");
    client.type("hunter2\r");
    String shown = client.awaitOutput("Closed.");
    assertFalse(shown.contains("hunter2"), shown);
    assertEquals(
        Map.of("month", "3", "bank_key", "hunter2"),
        shell.operations.begun.get(0).request.arguments());
    assertEquals("shell", shell.operations.begun.get(0).request.caller().door());
    assertEquals(
        System.getProperty("user.name"), shell.operations.begun.get(0).request.caller().name());
    leave();
    assertEquals(List.of("op:call billing.close"), history());
  }

  @Test
  @Proves("CS-69")
  void theWholeFormIsAskedOnRequestAndWhatIsLeftBlankIsNotSent() throws Exception {
    shell.operations.work = task -> task.end(new Succeeded(List.of("Ada"), "Closed."));
    client.type("op:call billing.close month=3 --form\r");
    client.awaitOutput("bank_key: ");
    client.type("\r");
    client.awaitOutput("! bank_key: must be given");
    client.awaitOutput("bank_key: ");
    client.type("hunter2\r");
    client.awaitOutput("Of the invoices.");
    client.awaitOutput("format (csv, json, pdf) [csv]: ");
    client.type("\r");
    client.awaitOutput("note: ");
    client.type("  \r");
    client.awaitOutput("Closed.");
    assertEquals(
        Map.of("month", "3", "bank_key", "hunter2"),
        shell.operations.begun.get(0).request.arguments());
  }

  @Test
  void aTargetIsAskedForAndCompleted() throws Exception {
    shell.operations.work = task -> task.end(new Succeeded(NothingValue.NOTHING, "Restarted."));
    client.type("op:call restart\r");
    client.awaitOutput("on which VirtualMachine: ");
    client.type("vm-2\r");
    client.awaitOutput("Restarted.");
    assertEquals(
        Optional.of(new Ref("VirtualMachine", "vm-2")),
        shell.operations.begun.get(0).request.resource());
  }

  @Test
  void controlCInAQuestionBeginsNothing() throws Exception {
    client.type("op:call billing.close\r");
    client.awaitOutput("month: ");
    client.type("\u0003");
    client.awaitOutput("interrupted");
    client.awaitOutput("hotshoe> ");
    assertEquals(List.of(), shell.operations.begun);
  }

  @Test
  void aLineWithASecretIsNotRemembered() throws Exception {
    shell.operations.work = task -> task.end(new Succeeded(List.of("Ada"), "Closed."));
    client.type("op:call close month=1 bank_key=hunter2\r");
    client.awaitOutput("hotshoe> ");
    client.type("op:call billing.close month=1 bank_key='hunter;2'\r");
    client.awaitOutput("Closed.");
    client.type("setting:set bank_key=hunter2\r");
    client.awaitOutput("bank_key  ********");
    client.type("echo 1; setting:set billing.bank_key='hunter2'\r");
    client.awaitOutput("hotshoe> ");
    client.type("setting:set currency=USD\r");
    client.awaitOutput("currency  USD");
    leave();
    assertFalse(Files.readString(data.resolve("shell.history")).contains("hunter"));
    assertTrue(history().contains("setting:set currency=USD"), history().toString());
  }

  @Test
  void aPasswordIsTypedTwiceAndNotShown() throws Exception {
    client.type("user:add bob\r");
    client.awaitOutput("password of bob: ");
    client.type("a long pass phrase\r");
    String shown = client.awaitOutput("once more: ");
    client.type("a long pass phrose\r");
    shown += client.awaitOutput("HS-SHELL-018");
    assertFalse(shown.contains("phr"), shown);
    assertEquals(Map.of(), shell.users.passwords);
    client.type("user:add bob read-only\r");
    client.awaitOutput("password of bob: ");
    client.type("a long pass phrase\r");
    client.awaitOutput("once more: ");
    client.type("a long pass phrase\r");
    client.awaitOutput("is there.");
    assertEquals(Map.of("bob", "a long pass phrase"), shell.users.passwords);
  }

  @Test
  void progressIsShownInOnePlaceAndErrorOutputIsTold() throws Exception {
    client.type("op:call vm.restart --on web\r");
    client.awaitOutput("\n");
    FakeTask task = begun();
    task.progress(0.5, "half way");
    client.awaitOutput("50%");
    client.awaitOutput("half way");
    task.out("stopped\n");
    client.awaitOutput("\r\u001b[Kstopped\r\n");
    task.err("no answer\n");
    client.awaitOutput("! no answer\r\n");
    client.type("\u0003");
    assertEquals("Ctrl-C in the shell", task.cancelled.get(20, TimeUnit.SECONDS));
    client.awaitOutput("cancelling; Ctrl-C again");
    task.endCancelled();
    client.awaitOutput("was cancelled");
    client.awaitOutput("hotshoe> ");
  }

  @Test
  void aTaskThatIsLeftToItselfShowsNothingAnyMore() throws Exception {
    client.type("op:call vm.restart --on web\r");
    client.awaitOutput("\n");
    begun().progress(0.5, "half way");
    client.awaitOutput("half way");
    client.type("\u0003");
    client.awaitOutput("leaves it to itself");
    client.type("\u0003");
    client.awaitOutput("\r\u001b[K interrupted\r\n");
    client.awaitOutput("hotshoe> ");
    client.type("echo go''on\r");
    String shown = client.awaitOutput("goon\r\n") + client.awaitOutput("hotshoe> ");
    assertFalse(shown.contains("half way"), shown);
  }

  @Test
  void theTabulatorCompletesOperationsParametersChoicesAndResources() throws Exception {
    client.type("op:call billing.cl\t");
    client.awaitOutput("billing.close");
    client.type("fo\t");
    client.awaitOutput("rmat=");
    client.type("j\t");
    client.awaitOutput("son");
    client.type("\u0003");
    client.awaitOutput("hotshoe> ");
    client.type("op:call vm.restart --on Virt\t");
    client.awaitOutput("VirtualMachine:vm-");
  }

  private void leave() throws IOException {
    client.type("\u0004");
    assertEquals(0, client.awaitDone());
  }

  private List<String> history() throws IOException {
    return Files.readAllLines(data.resolve("shell.history")).stream()
        .map(line -> line.substring(line.indexOf(':') + 1))
        .toList();
  }

  private FakeTask begun() {
    while (shell.operations.begun.isEmpty()) {
      Thread.onSpinWait();
    }
    return shell.operations.begun.get(0);
  }
}
