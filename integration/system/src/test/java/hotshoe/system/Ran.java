package hotshoe.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that has run to its end.
 *
 * @param code its exit code
 * @param output what it printed
 * @param messages what it printed as errors
 */
record Ran(int code, String output, String messages) {

  private static final long LIMIT_SECONDS = 120;

  /** A program that runs. */
  record Running(Process process, Path output, Path messages) {

    /** Waits until it has ended. */
    Ran awaitEnd() {
      try {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(process + " did not end");
        }
        return new Ran(process.exitValue(), text(output), text(messages));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** Begins it in the folder, with these variables added to the environment. */
  static Running begin(Path folder, Map<String, String> environment, List<String> command) {
    return Home.attempt(
        () -> {
          Path output = Files.createTempFile(folder, ".output", ".txt");
          Path messages = Files.createTempFile(folder, ".messages", ".txt");
          ProcessBuilder builder =
              new ProcessBuilder(command)
                  .directory(folder.toFile())
                  .redirectInput(Path.of("/dev/null").toFile())
                  .redirectOutput(output.toFile())
                  .redirectError(messages.toFile());
          builder.environment().keySet().removeIf(name -> name.matches("(HOTSHOE|ANSIBLE)_.*"));
          builder.environment().putAll(environment);
          return new Running(start(builder), output, messages);
        });
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException missing) {
      String why = "the tests need the Debian package ansible-core and bash, see CONTRIBUTING.md";
      throw new UncheckedIOException(why, missing);
    }
  }

  private static String text(Path file) {
    return Home.attempt(() -> new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }
}
