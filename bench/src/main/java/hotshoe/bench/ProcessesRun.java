package hotshoe.bench;

import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Processes;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Calls executables in four ways, in turn: as the entrypoint of an installed CloudStack extension,
 * through the catalogue, with payload, task and audit; by the process room of a running host; by
 * Java's ProcessBuilder with both streams read to their ends, and by Python's {@code
 * os.posix_spawn} likewise, which is as bare as it gets without a compiler.
 *
 * <p>Arguments: a folder to work in.
 */
public final class ProcessesRun {

  /** What is called: a program that does nothing, and entrypoints as people write them. */
  static final List<String> ENTRYPOINTS = List.of("true", "bash", "python");

  private static final int ROUNDS = 100;
  private static final int CALLS = 3;
  private static final int WARM_UP = 20;
  private static final long WAIT = 20_000;

  private static final String PEER =
      """
      import os, sys, time
      null = (os.POSIX_SPAWN_OPEN, 0, '/dev/null', os.O_RDONLY, 0)
      def call(path):
        out, out_child = os.pipe()
        err, err_child = os.pipe()
        pid = os.posix_spawn(path, [path], {'PATH': '/usr/bin:/bin'}, file_actions=[null,
          (os.POSIX_SPAWN_DUP2, out_child, 1), (os.POSIX_SPAWN_DUP2, err_child, 2)])
        os.close(out_child)
        os.close(err_child)
        while os.read(out, 65536): pass
        while os.read(err, 65536): pass
        os.close(out)
        os.close(err)
        os.waitpid(pid, 0)
      for line in sys.stdin:
        path, count = line.split()
        times = []
        for _ in range(int(count)):
          begin = time.perf_counter_ns()
          call(path)
          times.append(time.perf_counter_ns() - begin)
        print(*times, flush=True)
      """;

  private final Map<String, List<Long>> times = new LinkedHashMap<>();

  /** Calls an executable so many times and says how long each took. */
  private interface Caller {
    List<Long> call(Path executable, int count) throws IOException, InterruptedException;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Process peer = new ProcessBuilder("/usr/bin/python3", "-c", PEER).start();
    try (EmbeddedHost host = new EmbeddedHost(home)) {
      Processes processes = processes(host.context());
      Map<String, Caller> callers = new LinkedHashMap<>();
      Map<String, Path> executables = executables(home);
      Entrypoints entrypoints = Entrypoints.installed(host.context(), home, executables);
      callers.put("operation", (path, count) -> repeat(count, () -> entrypoints.call(path)));
      callers.put("hotshoe", (path, count) -> repeat(count, () -> byHost(processes, path)));
      callers.put("ProcessBuilder", (path, count) -> repeat(count, () -> byJava(path)));
      BufferedReader answers = peer.inputReader(StandardCharsets.US_ASCII);
      callers.put("posix_spawn", (path, count) -> byPeer(peer, answers, path, count));
      new ProcessesRun().run(executables, callers);
    } finally {
      peer.destroy();
    }
    System.out.flush();
  }

  private static Processes processes(BundleContext context) throws InterruptedException {
    ServiceTracker<Processes, Processes> tracker =
        new ServiceTracker<>(context, Processes.class, null);
    tracker.open();
    return tracker.waitForService(WAIT);
  }

  private static Map<String, Path> executables(Path home) throws IOException {
    Map<String, Path> executables = new LinkedHashMap<>();
    executables.put("true", Path.of("/bin/true"));
    executables.put(
        "bash",
        script(
            home.resolve("entry.sh"), "#!/bin/bash\necho '{\"power\":\"on\"}' | jq -r .power\n"));
    executables.put(
        "python",
        script(
            home.resolve("entry.py"),
            "#!/usr/bin/python3\nimport json\nprint(json.dumps({'status': 'success'}))\n"));
    return executables;
  }

  private static Path script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + file);
    }
    return file;
  }

  private void run(Map<String, Path> executables, Map<String, Caller> callers) throws Exception {
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, Path> executable : executables.entrySet()) {
        List<String> order = new ArrayList<>(callers.keySet());
        Collections.rotate(order, round);
        for (String name : order) {
          List<Long> took = callers.get(name).call(executable.getValue(), CALLS);
          if (round >= 0) {
            times
                .computeIfAbsent(name + "\t" + executable.getKey(), key -> new ArrayList<>())
                .addAll(took);
          }
        }
      }
    }
    times.forEach(ProcessesRun::print);
  }

  private static void print(String subject, List<Long> took) {
    long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
    String[] names = subject.split("\t");
    // nearer to a quiet machine than the median, when there is none
    new Figure(names[0], names[1], "p10_ms", sorted[sorted.length / 10] / 1e6).print();
    new Figure(names[0], names[1], "p50_ms", sorted[sorted.length / 2] / 1e6).print();
    new Figure(names[0], names[1], "p99_ms", sorted[sorted.length * 99 / 100] / 1e6).print();
    double mean = LongStream.of(sorted).average().orElse(0);
    new Figure(names[0], names[1], "mean_ms", mean / 1e6).print();
  }

  /** One call. */
  private interface Call {
    void run() throws IOException, InterruptedException;
  }

  private static List<Long> repeat(int count, Call call) throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      call.run();
      took.add(System.nanoTime() - begin);
    }
    return took;
  }

  private static void byHost(Processes processes, Path executable) {
    ProcessEnd end = processes.run(ProcessOrder.of("bench", executable.toString()));
    if (!end.isSuccess()) {
      throw new IllegalStateException(end.toString());
    }
  }

  private static void byJava(Path executable) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(executable.toString());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.redirectInput(new File("/dev/null"));
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    process.getErrorStream().readAllBytes();
    process.waitFor();
  }

  private static List<Long> byPeer(
      Process peer, BufferedReader answers, Path executable, int count) {
    try {
      peer.getOutputStream()
          .write((executable + " " + count + "\n").getBytes(StandardCharsets.US_ASCII));
      peer.getOutputStream().flush();
      return Arrays.stream(answers.readLine().split(" ")).map(Long::valueOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
