package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Killed with -9 at any moment, a host starts again and shows the old state or the new one. */
@ExtendWith(Homes.class)
class KillTest {
  private static final String NONE = "none";

  @Test
  void eightRandomKillsNeverLeaveAMixture(Home home) throws IOException {
    kill(home, 8, 20261121L);
  }

  @Test
  @Tag("proof")
  void twoHundredRandomKillsNeverLeaveAMixture(Home home) throws IOException {
    long seed = System.nanoTime();
    List<Round> rounds = kill(home, 200, seed);
    Files.writeString(Build.proofs().resolve("kill.md"), report(rounds, seed));
  }

  /** One deploy that was cut off. */
  private record Round(
      Change change, String before, String wanted, int milliseconds, String after) {
    boolean isOldOrNew() {
      return after.equals(before) || after.equals(wanted);
    }

    String shown() {
      return after.equals(before) ? (before.equals(wanted) ? "same" : "old") : "new";
    }
  }

  /** What the operator was doing when the power went. */
  private enum Change {
    /** A file is put into the deploy folder in one step. */
    MOVE,
    /** A file is copied into the deploy folder bit by bit, and the copying is cut off as well. */
    COPY,
    /** A file is taken out of the deploy folder. */
    REMOVE,
    /** The host is killed while it starts and takes in what was dropped before. */
    START
  }

  private static List<Round> kill(Home home, int times, long seed) throws IOException {
    Random random = new Random(seed);
    List<Round> rounds = new ArrayList<>();
    HotshoeProcess host = home.start();
    String before = NONE;
    for (int round = 1; round <= times; round++) {
      Change change = Change.values()[random.nextInt(Change.values().length)];
      String version = change == Change.REMOVE ? NONE : "1." + round + ".0";
      int milliseconds = random.nextInt(change == Change.START ? 1500 : 150);
      host = killDuring(home, host, change, version, milliseconds, random);
      HotshoeProcess again = home.start();
      String after = shown(again);
      Round done = new Round(change, before, version, milliseconds, after);
      assertTrue(done.isOldOrNew(), () -> done + " with seed " + seed + "\n" + again);
      rounds.add(done);
      before = after;
      host = again;
      if (Files.exists(home.deploy().resolve("alpha.jar")) && random.nextInt(4) == 0) {
        clearTheTable(home, host);
        before = NONE;
      }
    }
    assertEquals(0, host.stop());
    assertNothingIsLeftOver(home.data());
    return rounds;
  }

  private static HotshoeProcess killDuring(
      Home home,
      HotshoeProcess host,
      Change change,
      String version,
      int milliseconds,
      Random random)
      throws IOException {
    byte[] jar =
        ExtensionJar.named("alpha")
            .version(version.equals(NONE) ? "0" : version)
            .slice("one")
            .ballast(300_000)
            .bytes();
    HotshoeProcess victim = host;
    switch (change) {
      case MOVE -> home.move(jar, "alpha.jar");
      case COPY ->
          Files.write(
              home.deploy().resolve("alpha.jar"), Arrays.copyOf(jar, random.nextInt(jar.length)));
      case REMOVE -> home.remove("alpha.jar");
      case START -> {
        host.kill();
        home.move(jar, "alpha.jar");
        victim = home.launch();
      }
    }
    Home.pause(milliseconds);
    victim.kill();
    return victim;
  }

  private static void clearTheTable(Home home, HotshoeProcess host) {
    home.remove("alpha.jar");
    host.awaitLine("alpha \\S+ is gone");
  }

  /** The one version that the restarted host says is active; two would be a mixture. */
  private static String shown(HotshoeProcess host) {
    Set<String> versions = new TreeSet<>();
    host.lines("alpha \\S+ is active")
        .forEach(line -> versions.add(line.replaceAll(".*alpha (\\S+) is active.*", "$1")));
    assertTrue(versions.size() <= 1, () -> "a mixture\n" + host);
    return versions.stream().findFirst().orElse(NONE);
  }

  private static void assertNothingIsLeftOver(Path data) throws IOException {
    for (String name : names(data.resolve("archives"))) {
      assertTrue(name.matches("[0-9a-f]{64}"), name);
    }
    for (String name : names(data.resolve("extensions"))) {
      assertTrue(name.matches("[\\w.-]+\\.json") && !name.startsWith("."), name);
    }
    assertTrue(names(data.resolve("archives")).size() <= 3, "archives that nobody needs are kept");
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String report(List<Round> rounds, long seed) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    rounds.forEach(round -> counts.merge(round.change() + " | " + round.shown(), 1, Integer::sum));
    StringBuilder text = new StringBuilder();
    text.append("# Killed at any moment, the old state or the new one\n\n")
        .append("A running distribution is killed with -9 at a random moment of ")
        .append(rounds.size())
        .append(" random deploys (seed ")
        .append(seed)
        .append(") and started again.\n")
        .append(
            "Each time it started, showed exactly one of the two versions, and in the end no file was left over.\n\n")
        .append("Repeat: `mvn -Pproofs -pl integration/system -am verify -Dit.test=KillTest`\n\n")
        .append("| killed during | shown afterwards | times |\n|---|---|---:|\n");
    counts.forEach(
        (kind, times) -> text.append("| ").append(kind).append(" | ").append(times).append(" |\n"));
    return text.toString();
  }
}
