package hotshoe.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The folder of one host, with its configuration, its deploy folder and its data, and the processes
 * that a test starts in it. Every process has ended when the home is closed.
 */
public final class Home implements AutoCloseable {
  private final Path folder;
  private final List<HotshoeProcess> processes = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  Home(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("etc/hotshoe.d"));
    Files.createDirectories(deploy());
    environment("HOTSHOE_GATEWAY_PORT", "0");
  }

  public Path folder() {
    return folder;
  }

  public Path deploy() {
    return folder.resolve("deploy");
  }

  public Path data() {
    return folder.resolve("data");
  }

  /** Where the slices of this test write down what happens to them. */
  public Path journal() {
    return folder.resolve("journal.txt");
  }

  /** What the slices have written down so far. */
  public List<String> journalLines() {
    return attempt(() -> Files.exists(journal()) ? Files.readAllLines(journal()) : List.of());
  }

  /** Writes an option into the home's configuration file. */
  public Home option(String key, String value) {
    return append("etc/hotshoe.yaml", key + ": " + value + "\n");
  }

  /** Adds text to a file of this home. */
  public Home append(String file, String text) {
    return attempt(
        () -> {
          Files.writeString(
              folder.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          return this;
        });
  }

  /** An environment variable of every process started from now on. */
  public Home environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Puts a made bundle into the deploy folder, as {@code cp} does. */
  public Path drop(ExtensionJar jar, String fileName) {
    return jar.in(deploy(), fileName);
  }

  /** Puts a finished bundle into the deploy folder, as {@code cp} does. */
  public Path drop(Path jar) {
    return attempt(() -> Files.copy(jar, deploy().resolve(jar.getFileName())));
  }

  /** Puts a bundle into the deploy folder in one step, as {@code mv} does. */
  public Path move(byte[] bytes, String fileName) {
    return attempt(
        () -> {
          Path waiting = Files.write(folder.resolve(fileName + ".part"), bytes);
          return Files.move(
              waiting,
              deploy().resolve(fileName),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        });
  }

  /** Takes a file out of the deploy folder, as {@code rm} does. */
  public void remove(String fileName) {
    attempt(() -> Files.deleteIfExists(deploy().resolve(fileName)));
  }

  /** Starts the host and returns once it says that it is ready. */
  public HotshoeProcess start(String... arguments) {
    HotshoeProcess process = launch(arguments);
    process.awaitReady();
    return process;
  }

  /** Starts the host and returns at once. */
  public HotshoeProcess launch(String... arguments) {
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(List.of(arguments));
    return begin(command.toArray(String[]::new));
  }

  /** Runs a command such as {@code version} to its end. */
  public HotshoeProcess run(String... arguments) {
    HotshoeProcess process = begin(arguments);
    process.awaitEnd();
    return process;
  }

  /** Begins a command such as {@code shell ext:list} and returns at once. */
  public HotshoeProcess begin(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Build.distribution().resolve("bin/hotshoe").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HOTSHOE_"));
    builder.environment().putAll(environment);
    HotshoeProcess process =
        attempt(
            () ->
                new HotshoeProcess(builder, folder.resolve("output-" + processes.size() + ".txt")));
    processes.add(process);
    return process;
  }

  /** What all processes of this home have printed, for a person who looks at a failed test. */
  public String everythingPrinted() {
    StringBuilder text = new StringBuilder();
    for (HotshoeProcess process : processes) {
      text.append(process).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    processes.forEach(HotshoeProcess::kill);
  }

  /** Reading and writing in a test either works or fails the test. */
  interface Attempt<T> {
    T make() throws IOException;
  }

  static <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.make();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
