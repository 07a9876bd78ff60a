package hotshoe.runtime;

import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code hotshoe inventory --in-host}: the same words, answered by the host that runs on this
 * machine, with the plugins of its extensions. Folder and environment are those of whoever asks.
 */
final class InventoryClient {

  private static final String IN_HOST = "--in-host";

  /** How the name of an inventory begins that a host keeps. */
  private static final String NAMED = "@";

  private static final int FAILED = 1;

  /** What shells say of a program whose reader has had enough. */
  private static final int PIPE_CLOSED = 141;

  private final ShellWire wire;
  private final OutputStream output = new FileOutputStream(FileDescriptor.out);
  private final OutputStream errors = new FileOutputStream(FileDescriptor.err);
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  private InventoryClient(SocketChannel channel) {
    this.wire = new ShellWire(channel);
  }

  /** Asks the host of this data folder; answers the exit code. */
  static int run(Path data, List<String> words, Map<String, String> environment) {
    if (words.stream().noneMatch(word -> word.equals(IN_HOST) || word.startsWith(NAMED))) {
      return fail(withoutScript());
    }
    try {
      Optional<SocketChannel> channel = ShellClient.await(data);
      if (channel.isEmpty()) {
        return fail(ShellClient.noHost(data));
      }
      try (SocketChannel open = channel.get()) {
        return new InventoryClient(open).ask(words, environment);
      }
    } catch (IOException e) {
      return fail(ShellClient.lost(e.getMessage()));
    }
  }

  private static Problem withoutScript() {
    return Problem.error("HS-INVENTORY-180", "this program alone does not read inventories")
        .because("the bundle that reads them lies in the distribution, beside its start script")
        .advising("call bin/hotshoe inventory, or ask a running host with " + IN_HOST);
  }

  private static int fail(Problem problem) {
    System.err.println("ERROR! " + problem.sentence());
    return FAILED;
  }

  private int ask(List<String> words, Map<String, String> environment) throws IOException {
    wire.greet(false, false);
    wire.send('L', "hotshoe:inventory --packed " + packed(words, environment));
    wire.send('E', "");
    while (true) {
      ShellWire.Message message = wire.receive();
      switch (message.type()) {
        case 'O' -> write(message.content());
        case 'X' -> errors.write(message.content());
        case 'Q' -> wire.send('I', "");
        case 'R' -> throw new IOException(message.text());
        case 'D' -> {
          return message.number();
        }
        default -> throw new EOFException("it speaks another protocol");
      }
    }
  }

  /** The folder, how many words, these, and the environment as names and values in turn. */
  private static String packed(List<String> words, Map<String, String> environment) {
    List<String> parts = new ArrayList<>();
    parts.add(Path.of("").toAbsolutePath().toString());
    parts.add(Integer.toString(words.size()));
    parts.addAll(words);
    environment.forEach((name, value) -> parts.addAll(List.of(name, value)));
    return Base64.getEncoder()
        .encodeToString(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** The answer comes in Base64, in pieces of any length. */
  private void write(byte[] piece) throws IOException {
    begun.write(piece);
    byte[] text = begun.toByteArray();
    int whole = text.length / 4 * 4;
    begun.reset();
    begun.write(text, whole, text.length - whole);
    byte[] answer = Base64.getDecoder().decode(java.util.Arrays.copyOf(text, whole));
    try {
      output.write(answer);
    } catch (IOException failure) {
      if (String.valueOf(failure.getMessage()).contains("roken pipe")) {
        Runtime.getRuntime().halt(PIPE_CLOSED);
      }
      throw failure;
    }
  }
}
