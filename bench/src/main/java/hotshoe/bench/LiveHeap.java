package hotshoe.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process keeps after a full collection, from the class histogram of {@code jcmd}.
 *
 * @param mebibytes the size of all live objects
 * @param components how many components of sample bundles are among them
 */
record LiveHeap(double mebibytes, int components) {

  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  static LiveHeap of(Jdk jdk, ProcessHandle process) throws IOException {
    String jcmd = jdk.home().resolve("bin/jcmd").toString();
    List<String> command = List.of(jcmd, Long.toString(process.pid()), "GC.class_histogram");
    double bytes = 0;
    int components = 0;
    Process asking = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines = asking.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher total = TOTAL.matcher(line);
        if (total.find()) {
          bytes = Double.parseDouble(total.group(1));
        } else if (line.contains(" bench.sample.p")) {
          components++;
        }
      }
    }
    return new LiveHeap(bytes / 1048576, components);
  }
}
