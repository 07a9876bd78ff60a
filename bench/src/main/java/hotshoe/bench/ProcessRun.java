package hotshoe.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A whole process, measured from before its creation until it prints a line.
 *
 * @param command what to run
 * @param folder where to run it
 * @param environment what to add to the environment
 * @param ready a pattern found in the line that says it is ready
 */
public record ProcessRun(
    List<String> command, Path folder, Map<String, String> environment, Pattern ready) {

  private static final long SETTLE_MILLIS = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** What to do with a process that is ready, before it is ended. */
  @FunctionalInterface
  public interface Afterwards {
    /** Looks at it, or waits for it; more figures may come of that. */
    List<Figure> apply(ProcessHandle process) throws Exception;
  }

  /** Runs until ready, then ends the process with all its children. */
  public List<Figure> untilReady(String system, String variant) throws Exception {
    return untilReady(system, variant, process -> List.of());
  }

  /** The same, with something to do in between. */
  public List<Figure> untilReady(String system, String variant, Afterwards afterwards)
      throws Exception {
    ProcessBuilder builder = builder();
    long began = System.nanoTime();
    Process process = builder.start();
    try {
      ProcessTree tree = new ProcessTree(process.toHandle());
      long readied = await(CompletableFuture.supplyAsync(() -> awaitLine(process, tree)));
      Thread.sleep(SETTLE_MILLIS); // what it writes after that belongs to the next start
      List<Figure> figures = new ArrayList<>();
      figures.add(new Figure(system, variant, "wall_ms", (readied - began) / 1e6));
      figures.add(new Figure(system, variant, "cpu_ms", tree.cpuMillis()));
      figures.add(new Figure(system, variant, "peak_rss_mib", tree.peakMebibytes()));
      figures.addAll(afterwards.apply(process.toHandle()));
      return figures;
    } finally {
      end(process);
    }
  }

  /** Runs to the end and returns the figures that the process printed. */
  public List<Figure> untilExit() throws Exception {
    Process process = builder().start();
    List<Figure> figures = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      lines
          .lines()
          .forEach(
              line -> {
                if (Figure.isIn(line)) {
                  figures.add(Figure.of(line));
                } else {
                  others.add(line);
                }
              });
    } finally {
      end(process);
    }
    if (process.exitValue() != 0) {
      throw new IOException("exit " + process.exitValue() + ": " + tail(others));
    }
    return figures;
  }

  private ProcessBuilder builder() throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Reads until the line has come, notes the time, and goes on swallowing what follows. */
  private long awaitLine(Process process, ProcessTree tree) {
    BufferedReader lines = process.inputReader();
    List<String> seen = new ArrayList<>();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (ready.matcher(line).find()) {
          long now = System.nanoTime();
          tree.sample();
          swallow(lines);
          return now;
        }
        seen.add(line);
      }
    } catch (IOException closed) {
      seen.add(closed.toString());
    }
    throw new IllegalStateException("it ended before it was ready: " + tail(seen));
  }

  private static void swallow(BufferedReader lines) {
    Thread thread = new Thread(() -> lines.lines().forEach(line -> {}), "swallow");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, closed) -> {});
    thread.start();
  }

  private static long await(CompletableFuture<Long> line) throws Exception {
    try {
      return line.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("not ready after " + LIMIT, e);
    }
  }

  private static String tail(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  /** Asks the process and its descendants to end, then makes them. */
  private static void end(Process process) throws InterruptedException {
    List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
    tree.add(process.toHandle());
    tree.forEach(ProcessHandle::destroy);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      tree.forEach(ProcessHandle::destroyForcibly);
      process.waitFor();
    }
  }
}
