package hotshoe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process and its descendants have used so far, from Linux's process files. */
final class ProcessTree {

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final double MILLIS_PER_TICK = 10;

  private final ProcessHandle root;
  private volatile double cpuMillis;
  private volatile double peakMebibytes;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /** Takes the figures now. */
  void sample() {
    List<Path> folders =
        Stream.concat(Stream.of(root), root.descendants())
            .map(process -> Path.of("/proc", Long.toString(process.pid())))
            .toList();
    cpuMillis = folders.stream().mapToDouble(ProcessTree::cpuOf).sum();
    peakMebibytes = folders.stream().mapToDouble(ProcessTree::peakOf).sum();
  }

  /** Processor time of all, in user and system mode, ended children included. */
  double cpuMillis() {
    return cpuMillis;
  }

  /** The sum of the largest resident sets. */
  double peakMebibytes() {
    return peakMebibytes;
  }

  private static double cpuOf(Path folder) {
    String stat = read(folder.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
    double ticks = 0;
    for (int i = 11; i < Math.min(15, fields.length); i++) {
      ticks += Double.parseDouble(fields[i]);
    }
    return ticks * MILLIS_PER_TICK;
  }

  private static double peakOf(Path folder) {
    Matcher peak = PEAK.matcher(read(folder.resolve("status")));
    return peak.find() ? Double.parseDouble(peak.group(1)) / 1024 : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }
}
