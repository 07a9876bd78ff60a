package hotshoe.shell.command;

import hotshoe.inventory.InventoryCommand;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Process;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command {@code inventory}: what {@code hotshoe inventory} does, answered by this host. The
 * program {@code hotshoe inventory --in-host} calls it, too, and packs what it asks into one word:
 * that must not depend on how a shell reads words, nor on the encodings in between.
 */
@Component(
    service = Object.class,
    property = {"osgi.command.scope=hotshoe", "osgi.command.function=inventory"})
public class InventoryToolCommands {

  private static final String PACKED = "--packed";
  private static final int CHUNK = 12 * 1024;

  private final InventoryCommand tool;

  @Activate
  public InventoryToolCommands(@Reference InventoryCommand tool) {
    this.tool = tool;
  }

  @Descriptor("prints an inventory as 'hotshoe inventory' does, with the plugins of this host")
  @Examples({"inventory --graph -i /etc/ansible/hosts", "inventory --help"})
  public void inventory(
      CommandSession session, @Descriptor("as on the command line") String... words)
      throws IOException {
    Process process = Process.Utils.current();
    process.error(
        words.length == 2 && words[0].equals(PACKED)
            ? packed(words[1], process.out(), process.err())
            : plain(List.of(words), session.currentDir(), process));
  }

  private int plain(List<String> words, Path folder, Process process) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int code = tool.run(words, System.getenv(), folder, answer, new Text(process.err()));
    process.out().print(answer.toString(StandardCharsets.UTF_8));
    return code;
  }

  /** The folder, how many words, these, and the environment as names and values in turn. */
  private int packed(String request, PrintStream output, PrintStream errors) throws IOException {
    String text = new String(Base64.getDecoder().decode(request), StandardCharsets.UTF_8);
    List<String> parts = List.of(text.split("\0", -1));
    int end = 2 + Integer.parseInt(parts.get(1));
    Map<String, String> environment = new LinkedHashMap<>();
    for (int i = end; i + 1 < parts.size(); i += 2) {
      environment.put(parts.get(i), parts.get(i + 1));
    }
    OutputStream chunks = new BufferedOutputStream(new Unclosed(output), CHUNK);
    try (OutputStream answer = Base64.getEncoder().wrap(chunks)) {
      Path folder = Path.of(parts.get(0));
      return tool.run(parts.subList(2, end), environment, folder, answer, new Text(errors));
    }
  }

  /** Text in UTF-8 for somebody who takes text. */
  private static final class Text extends ByteArrayOutputStream {

    private final PrintStream stream;

    Text(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void flush() {
      stream.print(toString(StandardCharsets.UTF_8));
      stream.flush();
      reset();
    }
  }

  /** Belongs to somebody else. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(PrintStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      if (((PrintStream) out).checkError()) {
        throw new IOException("nobody reads the answer");
      }
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
