package hotshoe.inventory.tool;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Reading;
import hotshoe.inventory.Inventories.Refused;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.source.InventoryReader;
import hotshoe.problem.ProblemException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code ansible-inventory} does, and what {@code hotshoe inventory} does more (rows AN-53 to
 * AN-58): {@link #run} tells the whole story. Takes nothing from the process, so that it also
 * serves callers of a host; any thread may run it.
 *
 * <p>Exit codes: 0 there is an answer; 1 there is none; 2 the command line cannot be understood; 4
 * a file of variables is broken; 5 the command line asks for what cannot be; 99 interrupted; 250 a
 * mistake in this program.
 */
public final class InventoryTool {

  private static final int INTERRUPTED = 99;
  private static final int BROKEN = 250;

  private final Inventories inventories;

  /** Reads with the plugins that these know. */
  public InventoryTool(Inventories inventories) {
    this.inventories = inventories;
  }

  /** Reads with the plugins of this bundle, for a process without a framework. */
  public static InventoryTool withoutFramework() {
    return new InventoryTool(new InventoryReader(BuiltInPlugins.all()));
  }

  /**
   * Does what a command line says.
   *
   * @param words the command line behind the name of the command
   * @param environment where settings are looked up, and what scripts get
   * @param folder where relative names start
   * @param output gets the answer and nothing else, in UTF-8
   * @param messages gets warnings and errors, a line each
   * @return the exit code
   */
  public int run(
      List<String> words,
      Map<String, String> environment,
      Path folder,
      OutputStream output,
      OutputStream messages) {
    Messages told = new Messages(messages);
    try {
      Order order = Order.of(words);
      if (order.action() == Switch.HELP) {
        Destination.stream(output, HelpText::write);
        return 0;
      }
      if (order.action() == Switch.DOC) {
        String page = page(order.arguments());
        Destination.stream(output, stream -> stream.write(page.getBytes(StandardCharsets.UTF_8)));
        return 0;
      }
      Preparation prepared = new Preparation(order.arguments(), environment, folder);
      InventoryRequest request = prepared.request();
      Read read = read(request, told);
      deliver(new Answer(order, read.inventory(), prepared, told), prepared, output);
      return 0;
    } catch (Refusal refusal) {
      told.tell(refusal.problems());
      return refusal.exitCode();
    } catch (ProblemException problem) {
      told.tell(problem.problems());
      return Refusal.GENERAL;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      return failed(bug, told);
    }
  }

  private String page(Arguments arguments) throws Refusal {
    PluginPages pages = new PluginPages(inventories.plugins());
    return arguments.has(Switch.JSON) ? pages.json(arguments.rest()) : pages.text(arguments.rest());
  }

  private static int failed(Throwable bug, Messages told) {
    if (Thread.currentThread().isInterrupted()) {
      told.tell(ToolProblems.interrupted());
      return INTERRUPTED;
    }
    told.tell(ToolProblems.broken(bug));
    return BROKEN;
  }

  private Read read(InventoryRequest request, Messages told) throws Refusal {
    Reading reading = inventories.read(request);
    if (reading instanceof Refused refused) {
      throw new Refusal(refused.problems(), refused.exitCode());
    }
    told.tell(reading.problems());
    return (Read) reading;
  }

  private static void deliver(Answer answer, Preparation prepared, OutputStream output)
      throws Refusal {
    Destination.Writer writer = answer.writer();
    if (prepared.output().isPresent()) {
      Destination.file(prepared.output().get(), writer);
    } else {
      Destination.stream(output, writer);
    }
  }
}
