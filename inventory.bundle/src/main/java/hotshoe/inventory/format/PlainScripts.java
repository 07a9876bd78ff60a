package hotshoe.inventory.format;

import hotshoe.inventory.PluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts scripts where no host runs: for the command line, which waits for them as home does. */
public final class PlainScripts implements ScriptRunner {

  private static final int MOST_ERRORS = 1 << 20;
  private static final int MOST = 1 << 30;

  @Override
  public Answer run(List<String> command, PluginContext context) {
    try {
      Path errors = Files.createTempFile("hotshoe-inventory", ".err");
      try {
        return run(command, context, errors);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException failure) {
      throw FormatProblems.script(
          command.get(0),
          "problem running " + String.join(" ", command),
          String.valueOf(failure.getMessage()));
    }
  }

  private static Answer run(List<String> command, PluginContext context, Path errors)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(context.workingFolder().toFile())
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(errors.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(context.environment());
    Started started = new Started();
    Thread ending = new Thread(() -> started.abandon(errors), "end of a script");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      Process process = started.begin(builder);
      byte[] output = process.getInputStream().readNBytes(MOST);
      int code = end(process);
      try (InputStream told = Files.newInputStream(errors)) {
        return new Answer(code, output, SourceFile.lenient(told.readNBytes(MOST_ERRORS)));
      }
    } finally {
      forget(ending);
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException alreadyEnding) {
      Thread.currentThread().interrupt(); // nobody waits for the answer any more
    }
  }

  private static int end(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException cancelled) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", cancelled);
    }
  }

  /** A script that ends with this process: who interrupts this does not want that to go on. */
  private static final class Started {

    private Optional<Process> process = Optional.empty();
    private boolean isAbandoned;

    synchronized Process begin(ProcessBuilder builder) throws IOException {
      if (isAbandoned) {
        throw new IOException("interrupted");
      }
      Process begun = builder.start();
      process = Optional.of(begun);
      return begun;
    }

    synchronized void abandon(Path errors) {
      isAbandoned = true;
      process.ifPresent(
          begun -> {
            begun.descendants().forEach(ProcessHandle::destroyForcibly);
            begun.destroyForcibly();
          });
      errors.toFile().delete();
    }
  }
}
