package hotshoe.inventory;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The command line that people know, answered inside the host: with the plugins of all extensions,
 * and with the inventories that the host keeps by name. A service of the host; any thread may ask.
 */
@ProviderType
public interface InventoryCommand {

  /**
   * Does what a command line says.
   *
   * @param words the command line behind the name of the command
   * @param environment where settings are looked up, and what scripts get
   * @param folder where relative names start
   * @param output gets the answer and nothing else, in UTF-8
   * @param messages gets warnings and errors, a line each, in UTF-8
   * @return the exit code: 0 there is an answer; 1 there is none; 2 the command line cannot be
   *     understood; 4 a file of variables is broken; 5 the command line asks for what cannot be; 99
   *     interrupted; 250 a mistake in the program (row AN-58)
   */
  int run(
      List<String> words,
      Map<String, String> environment,
      Path folder,
      OutputStream output,
      OutputStream messages);
}
