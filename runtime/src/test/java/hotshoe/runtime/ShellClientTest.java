package hotshoe.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client as a process of its own, in front of a host that the test plays. */
@Timeout(60)
class ShellClientTest {

  @TempDir private Path data;

  @Test
  void aCommandLineGoesToTheHostAndItsAnswerComesBack() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("", "ext:list | grep x");
      assertEquals("H", host.receive().type());
      assertEquals("L ext:list | grep x", host.receive().toString());
      assertEquals("E ", host.receive().toString());
      host.send('O', "an answer\n".getBytes(UTF_8));
      host.send('X', "and a complaint\n".getBytes(UTF_8));
      host.send('D', new byte[] {0, 0, 0, 7});
      assertEquals(7, client.exitCode());
      assertEquals("an answer\n", client.output());
      assertEquals("and a complaint\n", client.errors());
    }
  }

  @Test
  void itSaysWhoItIs() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("", "status");
      DataInputStream hello =
          new DataInputStream(new ByteArrayInputStream(host.receive().content()));
      assertEquals(1, hello.readInt(), "the version of the protocol");
      assertEquals(false, hello.readBoolean(), "nobody types");
      assertEquals(false, hello.readBoolean(), "the output is no terminal");
      assertEquals(false, hello.readBoolean(), "and so shows no colours");
      hello.readInt();
      hello.readInt();
      hello.readUTF();
      assertEquals("UTF-8", hello.readUTF());
      assertEquals(data.toRealPath().toString(), hello.readUTF(), "where its paths start");
      host.send('D', new byte[4]);
      assertEquals(0, client.exitCode());
    }
  }

  @Test
  void severalWordsReachTheHostAsTheyWereGiven() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("", "ext:install", "my file.jar", "it's", "a|b", "plain-1.0");
      host.receive();
      assertEquals(
          "L ext:install 'my file.jar' 'it'\\''s' 'a|b' plain-1.0", host.receive().toString());
      host.send('D', new byte[4]);
      assertEquals(0, client.exitCode());
    }
  }

  @Test
  void withoutWordsTheLinesOfTheInputAreRun() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("ext:list\nstatus\n");
      host.receive();
      assertEquals("L ext:list", host.receive().toString());
      assertEquals("L status", host.receive().toString());
      assertEquals("E ", host.receive().toString());
      host.send('D', new byte[4]);
      assertEquals(0, client.exitCode());
    }
  }

  @Test
  void theInputIsSentWhenACommandReadsItAndNotBefore() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("a long pass phrase\n", "user:add ann");
      host.receive();
      assertEquals("L user:add ann", host.receive().toString());
      assertEquals("E ", host.receive().toString());
      host.send('Q', new byte[0]);
      assertEquals("I a long pass phrase\n", host.receive().toString());
      assertEquals("I ", host.receive().toString(), "and its end");
      host.send('D', new byte[4]);
      assertEquals(0, client.exitCode());
    }
  }

  @Test
  void linesThatAreRunAreNoInputOfTheirCommands() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("cat\n");
      host.receive();
      assertEquals("L cat", host.receive().toString());
      assertEquals("E ", host.receive().toString());
      host.send('Q', new byte[0]);
      assertEquals("I ", host.receive().toString());
      host.send('D', new byte[4]);
      assertEquals(0, client.exitCode());
    }
  }

  @Test
  void withoutAHostItSaysSo() throws Exception {
    Client client = new Client("", "ext:list");
    assertEquals(1, client.exitCode());
    assertTrue(client.errors().startsWith("HS-SHELL-020: no host answers"), client.errors());
  }

  @Test
  void theSocketOfAKilledHostIsNoHost() throws Exception {
    new PlayedHost(socket()).close();
    assertTrue(Files.exists(socket()));
    Client client = new Client("", "ext:list");
    assertEquals(1, client.exitCode());
    assertTrue(client.errors().startsWith("HS-SHELL-020"), client.errors());
  }

  @Test
  void aSocketElsewhereIsFoundByItsAddress() throws Exception {
    Path elsewhere = Files.createTempDirectory("hs").resolve("s");
    Files.createDirectories(data.resolve("run"));
    Files.writeString(data.resolve("run/shell.address"), elsewhere + "\n");
    try (PlayedHost host = new PlayedHost(elsewhere)) {
      Client client = new Client("", "x");
      host.receive();
      host.send('D', new byte[4]);
      assertEquals(0, client.exitCode());
    } finally {
      Files.deleteIfExists(elsewhere);
      Files.delete(elsewhere.getParent());
    }
  }

  @Test
  void aRefusalIsPassedOn() throws Exception {
    try (PlayedHost host = new PlayedHost(socket())) {
      Client client = new Client("", "x");
      host.receive();
      host.send('R', "HS-SHELL-012: too many".getBytes(UTF_8));
      assertEquals(1, client.exitCode());
      assertEquals("HS-SHELL-012: too many\n", client.errors());
    }
  }

  @Test
  void aHostThatVanishesIsNoticed() throws Exception {
    PlayedHost host = new PlayedHost(socket());
    Client client = new Client("", "x");
    host.receive();
    host.close();
    assertEquals(1, client.exitCode());
    assertTrue(client.errors().startsWith("HS-SHELL-021"), client.errors());
  }

  @Test
  void onATerminalEveryKeyReachesTheHostAndTheTerminalIsPutBack() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "script(1) is not here");
    Path before = data.resolve("before");
    Path after = data.resolve("after");
    String line =
        "stty -a > "
            + before
            + "; "
            + String.join(" ", Client.command(data, List.of()))
            + "; stty -a > "
            + after;
    try (PlayedHost host = new PlayedHost(socket())) {
      Process terminal =
          new ProcessBuilder(script.toString(), "-qec", line, "/dev/null")
              .directory(data.toFile())
              .start();
      assertEquals("H", host.receive().type());
      terminal.getOutputStream().write(new byte[] {3, 'a', 4});
      terminal.getOutputStream().flush();
      List<Byte> keys = new ArrayList<>();
      while (keys.size() < 3) {
        for (byte key : host.receive().content()) {
          keys.add(key);
        }
      }
      assertEquals(List.of((byte) 3, (byte) 'a', (byte) 4), keys, "Ctrl-C and Ctrl-D as keys");
      host.send('D', new byte[4]);
      assertTrue(terminal.waitFor(20, TimeUnit.SECONDS));
      assertEquals(Files.readString(before), Files.readString(after));
    }
  }

  private Path socket() {
    return data.resolve("run/shell.sock");
  }

  /** A client that runs. */
  private final class Client {
    private final Process process;
    private final CompletableFuture<String> output;
    private final CompletableFuture<String> errors;

    Client(String input, String... words) throws IOException {
      process = new ProcessBuilder(command(data, List.of(words))).directory(data.toFile()).start();
      output = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
      errors = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
      process.getOutputStream().write(input.getBytes(UTF_8));
      process.getOutputStream().close();
    }

    static List<String> command(Path data, List<String> words) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Dnative.encoding=UTF-8", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.add(ShellClientProgram.class.getName());
      command.add(data.toString());
      command.addAll(words);
      return command;
    }

    private static String all(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), UTF_8);
      } catch (IOException e) {
        return e.toString();
      }
    }

    int exitCode() throws InterruptedException {
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      return process.exitValue();
    }

    String output() throws Exception {
      return output.get(20, TimeUnit.SECONDS);
    }

    String errors() throws Exception {
      return errors.get(20, TimeUnit.SECONDS);
    }
  }

  /** The other end of the socket, moved by hand. */
  private static final class PlayedHost implements AutoCloseable {
    private final ServerSocketChannel server;
    private SocketChannel client;

    PlayedHost(Path socket) throws IOException {
      Files.createDirectories(socket.getParent());
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
    }

    Received receive() throws IOException {
      if (client == null) {
        client = server.accept();
      }
      DataInputStream input = new DataInputStream(Channels.newInputStream(client));
      String type = Character.toString(input.readUnsignedByte());
      return new Received(type, input.readNBytes(input.readInt()));
    }

    void send(char type, byte[] content) throws IOException {
      ByteBuffer frame =
          ByteBuffer.allocate(5 + content.length)
              .put((byte) type)
              .putInt(content.length)
              .put(content)
              .flip();
      client.write(frame);
    }

    @Override
    public void close() throws IOException {
      if (client != null) {
        client.close();
      }
      server.close();
    }
  }

  private record Received(String type, byte[] content) {
    @Override
    public String toString() {
      return type + " " + new String(content, UTF_8);
    }
  }
}
