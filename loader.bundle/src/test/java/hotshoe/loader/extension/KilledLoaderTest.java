package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed with -9 at any moment of installs, upgrades, rollbacks and removals, of bundles and of
 * foreign archives of every kind, the loader finds the old state or the new one at its next start,
 * with every archive that is kept, and nothing else.
 */
class KilledLoaderTest {

  private static final long LONGEST_START = 30_000_000_000L;
  private static final int LONGEST_RUN = 400;

  @TempDir Path home;

  /** What is installed: the versions of each extension, the one in use first. */
  private Set<Map<String, List<String>>> possible = Set.of(Map.of());

  private Optional<Map<String, List<String>>> inFlight = Optional.empty();
  private String lastChange = "START";
  private final Map<String, Integer> seen = new TreeMap<>();
  private int read;
  private String classPath = System.getProperty("java.class.path");
  private String quickened = "-Xshare:auto";

  @Test
  void twentyRandomKillsNeverLeaveAMixture() throws IOException, InterruptedException {
    kill(20, 20261121L);
  }

  @Test
  @Tag("proof")
  void aThousandRandomKillsNeverLeaveAMixture() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    int changes = kill(1000, seed);
    Files.writeString(Path.of("../docs/proofs/transactions.md"), page(seed, changes));
  }

  private int kill(int times, long seed) throws IOException, InterruptedException {
    Files.createDirectories(home.resolve("tmp"));
    Files.createFile(home.resolve(KilledLoader.FILE));
    quicken();
    Random random = new Random(seed);
    int changes = 0;
    for (int round = 1; round <= times + 1; round++) {
      Process process = start(round, random.nextLong());
      try {
        if (round > times || random.nextInt(5) > 0) {
          awaitWhole(process);
          Thread.sleep(random.nextInt(LONGEST_RUN));
        } else {
          Thread.sleep(random.nextInt(1000));
        }
      } finally {
        process.destroyForcibly();
      }
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      changes += check("seed " + seed + ", round " + round);
    }
    return changes;
  }

  /** A process that has its classes at hand starts in half the time. */
  private void quicken() throws IOException, InterruptedException {
    StringJoiner packed = new StringJoiner(File.pathSeparator);
    for (String entry : classPath.split(File.pathSeparator)) {
      packed.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry)) : entry);
    }
    classPath = packed.toString();
    Path archive = home.resolve("classes.jsa");
    Process training = start(KilledLoader.TRAINING, 0, "-XX:ArchiveClassesAtExit=" + archive);
    training.waitFor(60, TimeUnit.SECONDS);
    quickened = "-XX:SharedArchiveFile=" + archive;
    check("the training");
  }

  private String jar(Path folder) throws IOException {
    Path jar = Files.createTempFile(home, "classes", ".jar");
    try (Stream<Path> files = Files.walk(folder);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar.toString();
  }

  private Process start(int round, long seed) throws IOException {
    return start(round, seed, quickened);
  }

  private Process start(int round, long seed, String flag) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            flag,
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Djava.io.tmpdir=" + home.resolve("tmp"),
            "-Djava.util.logging.config.file="
                + System.getProperty("java.util.logging.config.file"),
            "-cp",
            classPath,
            KilledLoader.class.getName(),
            home.toString(),
            String.valueOf(round),
            String.valueOf(seed))
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("output.txt").toFile())
        .start();
  }

  private void awaitWhole(Process process) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!said().contains(KilledLoader.WHOLE)) {
      assertTrue(process.isAlive(), () -> "it ended: " + output());
      assertTrue(System.nanoTime() - begin < LONGEST_START, () -> "no start: " + output());
      Thread.sleep(5);
    }
  }

  private String output() {
    try {
      return Files.readString(home.resolve("output.txt"));
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  private List<String> said() throws IOException {
    String all = Files.readString(home.resolve(KilledLoader.FILE));
    String complete = all.substring(0, all.lastIndexOf('\n') + 1);
    List<String> lines = complete.lines().toList();
    return lines.subList(read, lines.size());
  }

  /** Reads what the process said, and answers how many changes it made. */
  private int check(String where) throws IOException {
    List<String> lines = said();
    read += lines.size();
    Map<String, List<String>> state = new TreeMap<>();
    int changes = 0;
    for (String line : lines) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "state" -> state.put(words[1], List.of(words[2].split(",")));
        case KilledLoader.WHOLE -> found(state, where);
        case "begin" -> begin(words[1], words[2], words[3]);
        case "end" -> {
          possible = Set.of(inFlight.orElseThrow());
          inFlight = Optional.empty();
          changes++;
        }
        case "leak" -> throw new AssertionError(where + ": " + line);
        default -> assertEquals("start", words[0], where);
      }
    }
    inFlight.ifPresent(this::mayHaveHappened);
    return changes;
  }

  private void begin(String kind, String name, String version) {
    Map<String, List<String>> now = new TreeMap<>(possible.iterator().next());
    List<String> after = KilledLoader.after(kind, version, now.getOrDefault(name, List.of()));
    now.put(name, after);
    now.values().removeIf(List::isEmpty);
    inFlight = Optional.of(now);
    lastChange = kind + (isForeign(name) ? " of a foreign archive" : " of a bundle");
  }

  private static boolean isForeign(String name) {
    return name.equals("beta") || name.equals("delta");
  }

  private void mayHaveHappened(Map<String, List<String>> after) {
    possible =
        Stream.concat(possible.stream(), Stream.of(after))
            .collect(Collectors.toCollection(HashSet::new));
  }

  private void found(Map<String, List<String>> state, String where) {
    assertTrue(
        possible.contains(state),
        () -> where + ", " + lastChange + ": " + state + " is none of " + possible);
    String shown =
        inFlight.isEmpty()
            ? "between changes | as it was"
            : lastChange + (inFlight.get().equals(state) ? " | new" : " | old");
    seen.merge(shown, 1, Integer::sum);
    possible = Set.of(state);
    inFlight = Optional.empty();
  }

  private String page(long seed, int changes) {
    StringBuilder page = new StringBuilder();
    page.append("# Killed in the middle of a transaction\n\n")
        .append("* When: " + LocalDate.now(ZoneOffset.UTC) + "\n")
        .append("* Where: " + Runtime.getRuntime().availableProcessors() + " processors, ")
        .append(System.getProperty("os.name") + ", Java " + Runtime.version() + "\n")
        .append("* Again: `mvn -Pproofs -pl loader.bundle -am test -Dtest=KilledLoaderTest`\n\n")
        .append(
            "A process that runs the loader in a real framework, with the store on disk, made\n")
        .append(
            changes + " random changes: installs, upgrades, upgrades that fail, rollbacks and\n")
        .append(
            "removals, by hand and through the deploy folder, of bundles and of a foreign format\n")
        .append("in zip, tar, tar.gz, tar.xz and tar.zst. It was killed with -9 at 1,000 random\n")
        .append("moments, a fifth of them while it started (seed " + seed + ").\n\n")
        .append(
            "At each next start every extension was active in one bundle of the version that its\n")
        .append(
            "record names; what is installed and kept was what it had been before the change that\n")
        .append(
            "was cut off, or after it, and after it if the change had been answered; every archive\n")
        .append(
            "had the bytes of its digest; and no other file was in the data folder, and none in the\n")
        .append(
            "folder for temporary files. A power failure is not shown here: what the system had\n")
        .append("yet to write is not lost with a process.\n\n")
        .append("| killed during | found afterwards | times |\n|---|---|---:|\n");
    seen.forEach((kind, times) -> page.append("| " + kind + " | " + times + " |\n"));
    return page.toString();
  }
}
