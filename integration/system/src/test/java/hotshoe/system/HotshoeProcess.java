package hotshoe.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host, or one of its commands, as a process of the operating system. Everything waits within a
 * limit that is generous to slow machines, and fails with the whole output.
 */
public final class HotshoeProcess {
  private static final long LIMIT_SECONDS = 60;

  private final List<String> lines = new ArrayList<>();
  private final Process process;
  private final Thread reader;
  private int seen;

  HotshoeProcess(ProcessBuilder builder, Path output) throws IOException {
    process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    reader = new Thread(() -> read(output), "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Path output) {
    try (BufferedReader text = process.inputReader(StandardCharsets.UTF_8);
        var copy = Files.newBufferedWriter(output)) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        copy.append(line).append('\n').flush();
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException gone) {
      synchronized (lines) {
        lines.add("(the output ended: " + gone + ")");
      }
    }
  }

  /** What it has printed so far. */
  public List<String> output() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** The lines printed so far in which the pattern is found. */
  public List<String> lines(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return output().stream().filter(line -> compiled.matcher(line).find()).toList();
  }

  /** Waits until the pattern is found in some line, also an earlier one. */
  public Matcher awaitLine(String pattern) {
    return awaitLines(pattern, 1);
  }

  /** Waits until the pattern has been found in that many lines and answers the last match. */
  public Matcher awaitLines(String pattern, int count) {
    await("'" + pattern + "' is printed " + count + " times", () -> lines(pattern).size() >= count);
    String last = lines(pattern).get(count - 1);
    Matcher matcher = Pattern.compile(pattern).matcher(last);
    matcher.find();
    return matcher;
  }

  /** Waits until the pattern is found in a line after the one that this method found before. */
  public Matcher awaitNext(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher("");
    await("'" + pattern + "' is printed again", () -> advanceTo(matcher));
    return matcher;
  }

  private boolean advanceTo(Matcher matcher) {
    synchronized (lines) {
      while (seen < lines.size()) {
        if (matcher.reset(lines.get(seen++)).find()) {
          return true;
        }
      }
      return false;
    }
  }

  /** Waits until the host says that it is ready. */
  public HotshoeProcess awaitReady() {
    awaitLine("\\bready\\b");
    return this;
  }

  /** Waits until something holds; fails early when the process ends without it. */
  public void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      boolean ended = !process.isAlive() && !reader.isAlive();
      if ((ended && !condition.getAsBoolean()) || System.nanoTime() > end) {
        throw new AssertionError(
            (ended ? "the process ended before " : "waited in vain until ") + what + "\n" + this);
      }
      synchronized (lines) {
        try {
          lines.wait(20);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(interrupted);
        }
      }
    }
  }

  /** Waits until the process has ended by itself and answers its exit code. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the process did not end\n" + this);
      }
      reader.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Asks it to end, as {@code kill} does, and answers its exit code. */
  public int stop() {
    terminate();
    return awaitEnd();
  }

  /** Asks it to end, as {@code kill} does, and returns at once. */
  public void terminate() {
    // Not Process.destroy(), which would close our end of the output as well.
    process.toHandle().destroy();
  }

  /** Ends it without asking, as {@code kill -9} does. */
  public void kill() {
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public String toString() {
    String state = process.isAlive() ? "runs" : "ended with " + process.exitValue();
    return "process "
        + process.pid()
        + " "
        + state
        + "; it printed:\n"
        + String.join("\n", output());
  }
}
