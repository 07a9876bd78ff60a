package hotshoe.bench;

import hotshoe.runtime.configuration.HostOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hotshoe as this build made it.
 *
 * @param workplace where it was built
 */
record Product(Workplace workplace) {

  private static final Pattern READY = Pattern.compile("\\bready\\b");
  private static final String BUNDLES = "hotshoe/runtime/bundles";

  /** The jar that runs by itself. */
  Path executable() {
    return Workplace.only(runtime(), "hotshoe\\.runtime-.*-executable\\.jar");
  }

  /** The jar for programs that embed it. */
  Path embeddable() {
    return Workplace.only(runtime(), "hotshoe\\.runtime-[^-]*(-SNAPSHOT)?\\.jar");
  }

  /** What the embeddable jar needs beside it: the API, Felix and two libraries. */
  Stream<Path> libraries() {
    return Workplace.jarsIn(distribution().resolve("lib")).stream()
        .filter(jar -> !jar.getFileName().toString().startsWith("hotshoe.runtime"));
  }

  /** The unpacked distribution. */
  Path distribution() {
    return runtime().resolve("hotshoe");
  }

  private Path runtime() {
    return workplace.root().resolve("runtime/target");
  }

  /** One start of the executable jar, without any help. */
  ProcessRun plain(Jdk jdk, Path home) {
    List<String> command =
        List.of(jdk.java(), "-jar", executable().toString(), "run", "--home", home.toString());
    return new ProcessRun(command, home, Map.of("HOTSHOE_GATEWAY_PORT", "0"), READY);
  }

  /** One start of the distribution as its script does it, but without any option or archive. */
  ProcessRun unpacked(Jdk jdk, Path home) {
    Path lib = distribution().resolve("lib");
    String classPath =
        Workplace.classPath(
            Stream.concat(
                Workplace.jarsIn(lib).stream(), Workplace.jarsIn(lib.resolve("bundles")).stream()));
    List<String> command =
        List.of(
            jdk.java(),
            "-Dhotshoe.home=" + distribution(),
            "-Dhotshoe.bundles=" + lib.resolve("bundles"),
            "-cp",
            classPath,
            "hotshoe.runtime.Main",
            "run",
            "--home",
            home.toString());
    return new ProcessRun(command, home, Map.of("HOTSHOE_GATEWAY_PORT", "0"), READY);
  }

  /** One start of a copy of the distribution by its own script. */
  static ProcessRun script(Jdk jdk, Path copy) {
    return new ProcessRun(
        List.of(copy.resolve("bin/hotshoe").toString(), "run"),
        copy,
        Map.of("JAVA_HOME", jdk.home().toString(), "HOTSHOE_GATEWAY_PORT", "0"),
        READY);
  }

  /** Writes the bundles that are started before the ready line into the folder, in that order. */
  List<Path> unpackBundles(Path folder) throws IOException {
    List<Path> bundles = new ArrayList<>();
    try (JarFile jar = new JarFile(executable().toFile())) {
      for (String name : text(jar, "hotshoe/runtime/bundles.list").lines().toList()) {
        if (name.startsWith("[")) {
          break;
        }
        if (!name.isBlank() && !name.startsWith("#")) {
          bundles.add(folder.resolve(name));
          try (InputStream in = jar.getInputStream(jar.getEntry(BUNDLES + "/" + name))) {
            Files.copy(in, folder.resolve(name));
          }
        }
      }
    }
    return bundles;
  }

  /** The packages that the system bundle exports for those bundles. */
  String systemPackages() throws IOException {
    try (JarFile jar = new JarFile(executable().toFile())) {
      InputStream manifest = jar.getInputStream(jar.getEntry("hotshoe/runtime/api.manifest"));
      String api = new Manifest(manifest).getMainAttributes().getValue("Export-Package");
      return api
          + Stream.of("1.7.36", "2.0.17")
              .flatMap(
                  version ->
                      Stream.of("", ".event", ".helpers", ".spi")
                          .map(part -> ",org.slf4j" + part + ";version=" + version))
              .reduce("", String::concat)
          + ",org.osgi.service.log;version=1.5.0";
    }
  }

  /**
   * Every option of the host that has a default: key, type and default, one in a line. Peers listen
   * on any free port, as our own runs do.
   */
  static String defaults() {
    return HostOptions.standard().descriptions().stream()
        .flatMap(
            option ->
                option.defaultValue().stream()
                    .map(value -> option.key().equals("gateway.port") ? "0" : value)
                    .map(value -> String.join("\t", option.key(), option.type(), value)))
        .collect(Collectors.joining("\n"));
  }

  private static String text(JarFile jar, String entry) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
