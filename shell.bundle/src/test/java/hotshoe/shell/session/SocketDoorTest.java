package hotshoe.shell.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SocketDoorTest {

  @TempDir private Path data;

  private Shell shell;
  private SocketDoor door;
  private Path socket;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(data);
    socket = data.resolve("run/shell.sock");
    door = begin();
  }

  private SocketDoor begin() throws Exception {
    SocketDoor begun =
        new SocketDoor(
            new Sessions(shell.processor, shell.extensions, shell.slices, shell.configuration),
            shell.configuration);
    await(() -> Files.exists(socket) && mode(socket).equals("rw-------"));
    return begun;
  }

  @AfterEach
  void close() throws Exception {
    door.close();
    shell.close();
  }

  @Test
  void onlyTheOwnerCanReachTheSocket() throws IOException {
    assertEquals("rwx------", mode(socket.getParent()));
    assertEquals("rw-------", mode(socket));
  }

  @Test
  void aFolderThatWasOpenToOthersIsClosed() throws Exception {
    door.close();
    Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    door = begin();
    assertEquals("rwx------", mode(socket.getParent()));
  }

  @Test
  void whatAKilledHostLeftIsClearedAway() throws Exception {
    door.close();
    Files.writeString(socket, "left by a killed host");
    door = begin();
    try (TestClient client = new TestClient(socket)) {
      assertEquals("0 x\n", client.command("echo x"));
    }
  }

  @Test
  void theSocketIsGoneWhenTheHostHasStopped() {
    door.close();
    assertFalse(Files.exists(socket));
  }

  @Test
  void aCommandLineIsAnsweredWithItsOutputAndItsCode() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      assertEquals("0 hello.world\n", client.command("echo hello.world"));
    }
    try (TestClient client = new TestClient(socket)) {
      assertTrue(client.command("ext:info nosuch").startsWith("1 HS-SHELL-004"));
    }
    try (TestClient client = new TestClient(socket)) {
      assertEquals("1 ", client.command("ext:list | grep nosuch"));
    }
  }

  @Test
  void aCommandReadsTheClientsInputOnceItIsAskedFor() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.greet(false, data);
      client.send(FrameType.LINE, "user:add ann");
      client.send(FrameType.END, "");
      client.awaitWanted();
      client.send(FrameType.INPUT, "a long pass");
      client.send(FrameType.INPUT, " phräse\nmore");
      client.send(FrameType.INPUT, "");
      assertEquals(0, client.awaitDone());
      assertEquals("a long pass phräse", shell.users.passwords.get("ann"));
    }
    try (TestClient client = new TestClient(socket)) {
      client.greet(false, data);
      client.send(FrameType.LINE, "user:password ann");
      client.awaitWanted();
      client.send(FrameType.INPUT, "");
      client.awaitOutput("HS-SHELL-018");
    }
  }

  @Test
  void linesRunOneAfterAnotherUntilOneFails() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      String answer =
          client.command("echo one", "each [2] {", "echo $it", "}", "nosuch", "echo no");
      assertTrue(answer.startsWith("1 one\n2\nHS-SHELL-001"), answer);
      assertFalse(answer.contains("no\n"), answer);
    }
  }

  @Test
  void relativePathsStartInTheClientsFolder() throws IOException {
    Files.writeString(data.resolve("mine.txt"), "mine\n");
    try (TestClient client = new TestClient(socket)) {
      assertEquals("0 mine\n", client.command("cat mine.txt"));
    }
  }

  @Test
  void aPersonGetsAPromptAndItsAnswers() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.greet(true, data);
      client.awaitOutput("hotshoe> ");
      client.type("echo a$(echo b)c\r");
      client.awaitOutput("abc\r\n");
      client.type("\u0004");
      assertEquals(0, client.awaitDone());
    }
  }

  @Test
  void theTabulatorCompletesNames() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.greet(true, data);
      client.awaitOutput("hotshoe> ");
      client.type("slice:info core.graph\t");
      client.awaitOutput("core.graphql");
    }
  }

  @Test
  void controlCInterruptsACommandAndTheSessionGoesOn() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.greet(true, data);
      client.awaitOutput("hotshoe> ");
      client.type("echo begin; sleep 1000\r");
      client.awaitOutput("begin\r\n");
      client.type("\u0003");
      client.awaitOutput("interrupted");
      client.type("echo go''on\r");
      client.awaitOutput("goon\r\n");
    }
  }

  @Test
  void aTableFollowsTheSizeOfTheTerminal() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.greet(true, data);
      client.awaitOutput("hotshoe> ");
      client.resize(60, 20);
      client.type("ext:list\r");
      client.awaitOutput("\r\n    it needs package");
    }
  }

  @Test
  void aCommandEndsWhenItsClientIsGone() throws Exception {
    TestClient client = new TestClient(socket);
    client.greet(false, data);
    client.send(FrameType.LINE, "echo begin; sleep 1000");
    client.awaitOutput("begin\n");
    client.close();
    await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(SocketDoorTest::isSleeping));
  }

  private static boolean isSleeping(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().endsWith("Posix") && frame.getMethodName().equals("sleep"));
  }

  @Test
  void aStrangeClientIsToldOffAndNobodyElseIsHurt() throws IOException {
    try (TestClient good = new TestClient(socket)) {
      good.greet(true, data);
      good.awaitOutput("hotshoe> ");
      refused(
          client -> client.sendRaw("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII)), "HS-SHELL-013");
      refused(client -> client.sendRaw(new byte[] {'H', 127, 127, 127, 127}), "HS-SHELL-013");
      refused(client -> client.sendRaw(new byte[] {'H', -1, -1, -1, -1}), "HS-SHELL-013");
      refused(client -> client.send(FrameType.LINE, "stop"), "HS-SHELL-013");
      refused(client -> client.sendRaw(new byte[] {'H', 0, 0, 0, 4, 0, 0, 0, 9}), "version 9");
      refused(client -> client.greet(false, "\0"), "HS-SHELL-013");
      refused(
          client -> {
            client.greet(false, data);
            client.send(FrameType.DONE, "");
          },
          "HS-SHELL-013");
      good.type("echo un''hurt\r");
      good.awaitOutput("unhurt\r\n");
    }
    assertEquals(1, shell.host.stopped.getCount());
  }

  private void refused(TestClient.Action action, String why) throws IOException {
    try (TestClient client = new TestClient(socket)) {
      action.on(client);
      assertTrue(client.awaitRefusal().contains(why));
    }
  }

  @Test
  void aGreetingThatBreaksOffHurtsNobody() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.sendRaw(new byte[] {'H', 0, 0, 0, 40, 1, 2, 3});
    }
    try (TestClient client = new TestClient(socket)) {
      assertEquals("0 x\n", client.command("echo x"));
    }
  }

  @Test
  void theSeventeenthSessionIsTurnedAway() throws Exception {
    List<TestClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 16; i++) {
        TestClient client = new TestClient(socket);
        clients.add(client);
        client.greet(true, data);
        client.awaitOutput("hotshoe> ");
      }
      refused(client -> client.greet(true, data), "HS-SHELL-012");
    } finally {
      for (TestClient client : clients) {
        client.close();
      }
    }
    await(() -> answers("echo again", "0 again\n"));
  }

  private boolean answers(String line, String expected) {
    try (TestClient client = new TestClient(socket)) {
      return client.command(line).equals(expected);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aClientThatReadsSlowlyGetsEverything() throws Exception {
    Files.writeString(data.resolve("long.txt"), "0123456789\n".repeat(500_000));
    try (TestClient client = new TestClient(socket)) {
      client.greet(false, data);
      client.send(FrameType.LINE, "cat long.txt");
      client.send(FrameType.END, "");
      Thread.sleep(3_000);
      assertEquals(0, client.awaitDone());
      assertEquals(5_500_000, client.seen().length());
    }
  }

  @Test
  void aClientThatNeverReadsDoesNotKeepTheHostFromStopping() throws Exception {
    Files.writeString(data.resolve("long.txt"), "0123456789\n".repeat(500_000));
    try (TestClient client = new TestClient(socket)) {
      client.greet(false, data);
      client.send(FrameType.LINE, "cat long.txt");
      Thread.sleep(200);
      long begun = System.nanoTime();
      door.close();
      assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 5);
    }
  }

  @Test
  void theEndOfTheHostEndsEverySession() throws IOException {
    try (TestClient client = new TestClient(socket)) {
      client.greet(true, data);
      client.awaitOutput("hotshoe> ");
      door.close();
      client.awaitOutput("The host has stopped.");
      assertEquals(0, client.awaitDone());
    }
  }

  @Test
  void theHistoryIsForTheOwnerOnlyAndForgetsWhatBeginsWithABlank() throws Exception {
    try (TestClient client = new TestClient(socket)) {
      client.greet(true, data);
      client.awaitOutput("hotshoe> ");
      client.type("echo kep''t\r");
      client.awaitOutput("kept\r\n");
      client.type(" echo secre''t\r");
      client.awaitOutput("secret\r\n");
      client.type("\u0004");
      client.awaitDone();
    }
    Path history = data.resolve("shell.history");
    assertEquals("rw-------", mode(history));
    assertTrue(Files.readString(history).contains("echo kep''t"));
    assertFalse(Files.readString(history).contains("secre"));
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not come to pass within 20 s");
      Thread.sleep(5);
    }
  }
}
