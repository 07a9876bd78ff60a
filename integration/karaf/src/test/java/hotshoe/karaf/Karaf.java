package hotshoe.karaf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The distribution of Karaf as it is shipped, without its ports, started by its own script. */
final class Karaf implements AutoCloseable {

  private static final List<Class<?>> CODE = List.of(ShellBridge.class, ShellCommand.class);
  private static final Duration LIMIT = Duration.ofSeconds(50);

  private final Path home;
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;

  private Karaf(Path home) throws IOException {
    this.home = home;
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
    builder.environment().put("JAVA_HOME", javaHome().toString());
    builder.environment().put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
    this.process = builder.redirectError(home.resolve("errors").toFile()).start();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * A Java that Karaf starts with: from 24 on there is no security manager, and it asks for one.
   * Then the home that KARAF_JAVA_HOME names is taken, or an older one that lies beside ours.
   */
  private static Path javaHome() throws IOException {
    Path own = Path.of(System.getProperty("java.home"));
    if (Runtime.version().feature() < 24) {
      return own;
    }
    Optional<Path> named = Optional.ofNullable(System.getenv("KARAF_JAVA_HOME")).map(Path::of);
    if (named.isPresent()) {
      return named.get();
    }
    try (Stream<Path> beside = Files.list(own.toAbsolutePath().getParent())) {
      return beside
          .filter(home -> home.getFileName().toString().matches(".*\\b(17|21)\\b.*"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new IOException("Karaf needs JDK 17 or 21: set KARAF_JAVA_HOME"));
    }
  }

  /** Copies the distribution, and drops bundles before the start. */
  static Karaf started(Path home) throws IOException {
    copy(Path.of(System.getProperty("hotshoe.karaf")), home);
    Path features = home.resolve("etc/org.apache.karaf.features.cfg");
    Files.writeString(
        features,
        Files.readString(features)
            .replaceFirst(
                "featuresBoot = \\\\\\n( {4}.*\\n)+",
                "featuresBoot = shell,bundle,service,feature,log,deployer,wrap\n"));
    copy(Path.of(System.getProperty("hotshoe.bundles")), home.resolve("deploy"));
    writeBridge(home.resolve("deploy/bridge.jar"));
    return new Karaf(home);
  }

  /** The folder that Karaf watches. */
  Path deploy() {
    return home.resolve("deploy");
  }

  /** What Karaf's shell says to a command. */
  String shell(String command) throws IOException, InterruptedException {
    commands.write(command + "\n");
    commands.flush();
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::answer);
    try {
      return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException silence) {
      throw new IOException(command + ": Karaf's shell does not answer; " + log(), silence);
    }
  }

  private String answer() {
    StringBuilder answer = new StringBuilder();
    try {
      String line = answers.readLine();
      while (line != null && !line.equals(ShellBridge.END)) {
        answer.append(line).append('\n');
        line = answers.readLine();
      }
    } catch (IOException end) {
      throw new UncheckedIOException(end);
    }
    return answer.toString();
  }

  /** Asks until the answer has this in it. */
  String await(String command, String expected) throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    String answer = shell(command);
    while (!answer.contains(expected)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(command + " never said '" + expected + "':\n" + answer + log());
      }
      Thread.sleep(200);
      answer = shell(command);
    }
    return answer;
  }

  /** What Karaf has logged so far. */
  String log() throws IOException {
    Path log = home.resolve("data/log/karaf.log");
    return Files.exists(log) ? Files.readString(log) : Files.readString(home.resolve("errors"));
  }

  @Override
  public void close() throws InterruptedException {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    process.waitFor(10, TimeUnit.SECONDS);
  }

  private static void writeBridge(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "shell.bridge");
    main.putValue("Bundle-Activator", ShellBridge.class.getName());
    main.putValue("Import-Package", "javax.security.auth,org.osgi.framework,org.osgi.util.tracker");
    main.putValue("DynamicImport-Package", "org.apache.karaf.shell.api.console");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> type : CODE) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
          code.transferTo(out);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      if (!Files.isDirectory(to)) {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
