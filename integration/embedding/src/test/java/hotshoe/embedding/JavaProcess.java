package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process whose output goes to a file. */
final class JavaProcess implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private final Process process;
  private final Path output;

  private JavaProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static JavaProcess start(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(words));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HOTSHOE_"));
    return new JavaProcess(builder.start(), output);
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  void awaitOutput(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!output().contains(text)) {
      assertTrue(process.isAlive() || output().contains(text), output());
      assertTrue(System.nanoTime() < end, output());
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Sends a signal by its name. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  int awaitEnd() throws IOException, InterruptedException {
    assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), output());
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
