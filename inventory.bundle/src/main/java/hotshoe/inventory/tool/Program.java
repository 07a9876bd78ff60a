package hotshoe.inventory.tool;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The process behind {@code hotshoe inventory}: no framework, no log, as few classes as can be. Its
 * start script knows how such a process is started fastest.
 */
public final class Program {

  private static final int INTERRUPTED = 99;

  private Program() {}

  /** Does what the command line says; the process ends with its exit code. */
  public static void main(String... words) {
    Interruption.endWith(INTERRUPTED);
    System.exit(
        InventoryTool.withoutFramework()
            .run(
                List.of(words),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new StandardOutput(),
                new FileOutputStream(FileDescriptor.err)));
  }
}
