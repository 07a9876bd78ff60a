package hotshoe.runtime;

import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.configuration.ConfigurationSources;
import hotshoe.runtime.framework.BundleSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A start and a stop in an empty home, so that the Java machine meets the classes that every start
 * needs. Run by {@link ClassArchive} with the option to remember them.
 */
final class ArchiveTraining {

  private static final Map<String, String> OPTIONS =
      Map.of("gateway.port", "0", "log.level", "info", "shell.socket", "false");

  private ArchiveTraining() {}

  /** Starts and stops. */
  public static void main(String[] words) throws IOException {
    System.exit(startAndStop().status());
  }

  private static ExitCode startAndStop() throws IOException {
    Path home = Files.createTempDirectory("hotshoe-");
    try {
      deployNothing(home);
      ConfigurationSources sources =
          new ConfigurationSources(home, Optional.empty(), List.of(), Map.of(), OPTIONS);
      return new HostProcess(new ConfigurationReader().read(sources), BundleSource.ofThisProgram())
          .runOnce();
    } finally {
      Folders.delete(home);
    }
  }

  /** An extension without content goes the way of all extensions. */
  private static void deployNothing(Path home) throws IOException {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/hotshoe.yaml"), "slice:\n  start-limit: 60s\n");
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "training");
    headers.putValue("Bundle-Version", "1.0.0");
    Files.createDirectories(home.resolve("deploy"));
    try (OutputStream file = Files.newOutputStream(home.resolve("deploy/training.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.finish();
    }
  }
}
