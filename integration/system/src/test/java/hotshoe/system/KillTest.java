package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    report(rounds, seed).write("kill.md");
  }

  /**
   * One deploy that was cut off.
   *
   * @param name the extension that was changed
   * @param before the version that ran, or none
   * @param wanted the version that was to run, or none
   * @param told whether the host had said that it was done before it was killed
   * @param after the version that runs after the next start, or none
   */
  private record Round(
      Change change, String name, String before, String wanted, boolean told, String after) {
    /** What the host has told of must last; what it has not may have happened or not. */
    boolean isSound() {
      return after.equals(wanted) || (after.equals(before) && !told);
    }

    String shown() {
      return after.equals(wanted) ? "new" : "old";
    }
  }

  /** What the operator was doing when the power went, and with which extension. */
  private enum Change {
    /** A file is put into the deploy folder in one step. */
    MOVE("alpha", 300),
    /** A file is copied into the deploy folder, and the copying is cut off as well. */
    COPY("alpha", 300),
    /** A file is taken out of the deploy folder. */
    REMOVE("alpha", 300),
    /** The host is killed while it starts and takes in what was dropped before. */
    START("alpha", 1500),
    /** An archive is installed from the shell, so that no file in the folder tells the outcome. */
    INSTALL("beta", 1500);

    private final String name;
    private final int longest;

    Change(String name, int longest) {
      this.name = name;
      this.longest = longest;
    }
  }

  private static List<Round> kill(Home home, int times, long seed) throws IOException {
    Random random = new Random(seed);
    List<Round> rounds = new ArrayList<>();
    Map<String, String> versions = new TreeMap<>(Map.of("alpha", NONE, "beta", NONE));
    HotshoeProcess host = home.start();
    for (int round = 1; round <= times; round++) {
      Change change = Change.values()[random.nextInt(Change.values().length)];
      String wanted = change == Change.REMOVE ? NONE : "1." + round + ".0";
      long milliseconds = random.nextInt(change.longest);
      HotshoeProcess victim = killDuring(home, host, change, wanted, milliseconds, random);
      Files.deleteIfExists(home.journal());
      host = home.start();
      Map<String, String> after = running(home, host);
      Round done =
          new Round(
              change,
              change.name,
              versions.get(change.name),
              wanted,
              hasTold(victim, change, wanted),
              after.get(change.name));
      assertSound(done, versions, after, "seed " + seed + ", round " + round + "\n" + host);
      rounds.add(done);
      versions = after;
    }
    assertEquals(0, host.stop());
    assertNothingIsLeftOver(home.data());
    return rounds;
  }

  private static void assertSound(
      Round done, Map<String, String> before, Map<String, String> after, String where) {
    assertTrue(done.isSound(), () -> done + ", " + where);
    String other = done.name().equals("alpha") ? "beta" : "alpha";
    assertEquals(before.get(other), after.get(other), () -> other + " changed as well, " + where);
  }

  private static HotshoeProcess killDuring(
      Home home,
      HotshoeProcess host,
      Change change,
      String wanted,
      long milliseconds,
      Random random)
      throws IOException {
    byte[] jar = version(home, change.name, wanted).bytes();
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
      case INSTALL -> {
        Path archive = Files.write(home.folder().resolve("beta.jar"), jar);
        home.begin("shell", "ext:install", archive.toString());
      }
    }
    Home.pause(milliseconds);
    victim.kill();
    return victim;
  }

  private static boolean hasTold(HotshoeProcess victim, Change change, String wanted) {
    String told =
        change == Change.REMOVE
            ? change.name + " \\S+ is gone"
            : change.name + " " + Pattern.quote(wanted) + " is active";
    return !victim.lines(told).isEmpty();
  }

  /** Its one slice is named for the version, so that the journal tells whose code has run. */
  private static ExtensionJar version(Home home, String name, String version) {
    return ExtensionJar.named(name)
        .version(version.equals(NONE) ? "0" : version)
        .journal(home.journal())
        .slice("v" + version.replace('.', '_'))
        .ballast(300_000);
  }

  /**
   * The versions that run after a start: those that the host says are active must be those whose
   * code has run, and of each extension at most one.
   */
  private static Map<String, String> running(Home home, HotshoeProcess host) {
    Map<String, String> said = new TreeMap<>(Map.of("alpha", NONE, "beta", NONE));
    Map<String, String> ran = new TreeMap<>(said);
    for (String line : host.lines("(alpha|beta) \\S+ is active")) {
      String[] words = line.replaceAll(".*(alpha|beta) (\\S+) is active.*", "$1 $2").split(" ");
      assertEquals(NONE, said.put(words[0], words[1]), () -> "a mixture\n" + host);
    }
    for (String line : home.journalLines()) {
      if (line.endsWith(" start")) {
        String[] words = line.replaceAll("(\\w+)\\.v(\\w+) start", "$1 $2").split(" ");
        assertEquals(
            NONE, ran.put(words[0], words[1].replace('_', '.')), () -> "a mixture\n" + host);
      }
    }
    assertEquals(said, ran, () -> "said and ran\n" + host);
    return said;
  }

  private static void assertNothingIsLeftOver(Path data) throws IOException {
    for (String name : names(data.resolve("archives"))) {
      assertTrue(name.matches("[0-9a-f]{64}"), name);
    }
    for (String name : names(data.resolve("extensions"))) {
      assertTrue(name.matches("[\\w.-]+\\.json") && !name.startsWith("."), name);
    }
    assertNothingIsHalfWritten(data);
    String records = "";
    for (String name : names(data.resolve("extensions"))) {
      records += Files.readString(data.resolve("extensions").resolve(name));
    }
    for (String name : names(data.resolve("archives"))) {
      assertTrue(records.contains(name), name + " is kept and nobody needs it");
    }
  }

  /** Half-written files of any kind; the framework's cache is made anew and does not count. */
  private static void assertNothingIsHalfWritten(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> halfWritten =
          files
              .filter(file -> !file.startsWith(data.resolve("framework")))
              .filter(file -> file.getFileName().toString().matches("\\..*|.*(tmp|part|new|~)$"))
              .toList();
      assertEquals(List.of(), halfWritten);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static ProofPage report(List<Round> rounds, long seed) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Round round : rounds) {
      String when = round.told() ? "after the host had told of it" : "before the host told of it";
      counts.merge(round.change() + " | " + when + " | " + round.shown(), 1, Integer::sum);
    }
    ProofPage page =
        new ProofPage("Killed at any moment, the old state or the new one", "KillTest")
            .line("A running distribution is killed with -9 at a random moment of " + rounds.size())
            .line(
                "random deploys (seed "
                    + seed
                    + ") and started again. Each time it started; the version")
            .line(
                "it said was active was the one whose code had run; it was the old or the new one, and")
            .line(
                "the new one whenever the host had told of it before it was killed; another extension was")
            .line(
                "as before; and in the end no archive, record or half-written file was left over.")
            .line("")
            .line(
                "A file in the deploy folder is there after the kill as well, so a moved or removed one")
            .line(
                "must show the new state; a file whose copying was cut off must show the old one. Only")
            .line(
                "INSTALL, from the shell, leaves it to the store alone. Killing a process does not lose what")
            .line("the operating system had yet to write: a power failure is not shown here.")
            .line("")
            .line("| during | killed | shown afterwards | times |")
            .line("|---|---|---|---:|");
    counts.forEach((kind, times) -> page.line("| " + kind + " | " + times + " |"));
    return page;
  }
}
