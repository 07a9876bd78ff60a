package hotshoe.loader.extension;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Outcome;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.loader.scripted.WordsArchive;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.loader.wiring.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * A process that runs the loader alone, says what it found at its start, and then makes random
 * changes, one after another, until it is killed. Says so in a file: before each change, and after.
 */
final class KilledLoader {

  static final String WHOLE = "whole";

  /** The round in which the process ends by itself. */
  static final int TRAINING = 0;

  static final String FILE = "said.txt";

  private static final int LARGE = 200_000;

  private final Path home;
  private final int round;
  private final Random random;
  private final TestHost host;
  private int step;

  private KilledLoader(Path home, int round, long seed) {
    this.home = home;
    this.round = round;
    this.random = new Random(seed);
    this.host = new TestHost(home);
  }

  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    KilledLoader loader =
        new KilledLoader(home, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    loader.host.loader.learn(new WordsDialect());
    loader.host.loader.start();
    loader.sayState();
    if (loader.round == TRAINING) {
      loader.host.close();
      return;
    }
    while (true) {
      loader.change();
    }
  }

  private void say(String line) throws IOException {
    Files.writeString(
        home.resolve(FILE), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  // What was found.

  private void sayState() throws IOException {
    say("start " + round);
    Set<String> expected = new HashSet<>();
    for (Extension extension : host.loader.list()) {
      List<InstalledVersion> versions = host.loader.versions(extension.name());
      say(
          "state "
              + extension.name()
              + " "
              + versions.stream()
                  .map(each -> each.version().toString())
                  .collect(Collectors.joining(",")));
      versions.forEach(each -> expected.add(each.digest()));
      sound(extension, versions);
    }
    sayWhatDoesNotBelong("archives", expected);
    sayWhatDoesNotBelong("extensions", records());
    sayWhatDoesNotBelong("", Set.of("archives", "extensions", "framework"));
    for (Path left : list(home.resolve("tmp"))) {
      say("leak " + left);
    }
    say(WHOLE);
  }

  private void sound(Extension extension, List<InstalledVersion> versions) throws IOException {
    if (extension.state() != ExtensionState.ACTIVE) {
      say("leak " + extension);
    }
    List<Bundle> bundles =
        Stream.of(host.context().getBundles())
            .filter(
                bundle ->
                    Location.of(bundle)
                        .filter(location -> location.name().equals(extension.name()))
                        .isPresent())
            .toList();
    if (bundles.size() != 1 || !bundles.get(0).getVersion().equals(extension.version())) {
      say("leak bundles of " + extension + ": " + bundles);
    }
    for (InstalledVersion version : versions) {
      Path archive = host.data.resolve("archives").resolve(version.digest());
      if (!Files.exists(archive) || !Digest.of(archive).value().equals(version.digest())) {
        say("leak the archive of " + extension.name() + " " + version + " is lost");
      }
    }
  }

  private Set<String> records() {
    return host.loader.list().stream()
        .map(extension -> extension.name() + ".json")
        .collect(Collectors.toSet());
  }

  private void sayWhatDoesNotBelong(String folder, Set<String> expected) throws IOException {
    for (Path file : list(host.data.resolve(folder))) {
      if (!expected.contains(file.getFileName().toString())) {
        say("leak " + folder + " " + file.getFileName());
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  // What is done.

  private void change() throws IOException {
    step++;
    String version = "1." + round + "." + step;
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> install("alpha", version, "");
      case 3, 4, 5 -> install("beta", version, "");
      case 6 -> drop("gamma", version);
      case 7 -> drop("delta", version);
      case 8 -> install("alpha", version, "throw");
      case 9, 10 -> rollback(List.of("alpha", "beta", "gamma", "delta").get(random.nextInt(4)));
      default -> leave(List.of("alpha", "beta", "gamma", "delta").get(random.nextInt(4)));
    }
  }

  private boolean isThere(String name) {
    return host.has(name);
  }

  private void install(String name, String version, String deed) throws IOException {
    boolean fails = deed.equals("throw");
    if (fails && !isThere(name)) {
      return;
    }
    say("begin " + (fails ? "FAIL " : "INSTALL ") + name + " " + version);
    Path archive = Files.createDirectories(home.resolve("given")).resolve(name);
    Files.write(archive, bytes(name, version, deed));
    Outcome outcome = host.loader.install(archive);
    say((fails == outcome instanceof Outcome.Failed ? "end " : "leak ") + outcome);
  }

  private byte[] bytes(String name, String version, String deed) {
    if (name.equals("alpha") || name.equals("gamma")) {
      return BundleJar.named(name).version(version).starts(deed).ballast(LARGE).bytes();
    }
    WordsArchive words = WordsArchive.of(name, version).saying(noise(version));
    return switch (random.nextInt(5)) {
      case 0 -> words.tar(TarBytes::gzip);
      case 1 -> words.tar(TarBytes::xz);
      case 2 -> words.tar(TarBytes::zstd);
      case 3 -> words.tar(tar -> tar);
      default -> words.zip();
    };
  }

  private static String noise(String version) {
    return new Random(version.hashCode())
        .ints(LARGE / 5, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void drop(String name, String version) throws IOException {
    say("begin DROP " + name + " " + version);
    WordsArchive.put(bytes(name, version, ""), host.deploy, fileName(name));
    host.awaitVersion(name, version);
    host.await(
        "its record",
        () ->
            host.loader
                    .versions(new ExtensionName(name))
                    .get(0)
                    .version()
                    .toString()
                    .equals(version)
                && isWritten(name, version));
    say("end");
  }

  private boolean isWritten(String name, String version) {
    try {
      return Files.readString(host.data.resolve("extensions/" + name + ".json"))
          .contains("\"version\": \"" + version + "\",\n  \"dialect\"");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String fileName(String name) {
    return name.equals("gamma") ? "gamma.jar" : "delta.tar.gz";
  }

  private void rollback(String name) throws IOException {
    List<InstalledVersion> versions = host.loader.versions(new ExtensionName(name));
    if (versions.size() < 2) {
      return;
    }
    InstalledVersion target = versions.get(1 + random.nextInt(versions.size() - 1));
    say("begin ROLLBACK " + name + " " + target.version());
    Outcome outcome = host.loader.rollback(new ExtensionName(name), Optional.of(target.version()));
    say((outcome instanceof Outcome.RolledBack ? "end " : "leak ") + outcome);
  }

  private void leave(String name) throws IOException {
    if (!isThere(name) || random.nextInt(3) > 0) {
      return;
    }
    say("begin UNINSTALL " + name + " none");
    Outcome outcome = host.loader.uninstall(new ExtensionName(name), random.nextBoolean());
    say((outcome instanceof Outcome.Uninstalled ? "end " : "leak ") + outcome);
  }

  /** The versions of each extension that a change leads to, the one in use first. */
  static List<String> after(String kind, String version, List<String> before) {
    List<String> after = new ArrayList<>();
    if (kind.equals("FAIL")) {
      return before;
    }
    if (!kind.equals("UNINSTALL")) {
      after.add(version);
      before.stream().filter(other -> !other.equals(version)).limit(3).forEach(after::add);
    }
    return after;
  }
}
