package hotshoe.bench;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionFiles;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.osgi.framework.BundleContext;

/**
 * A large extension of CloudStack is installed and taken away again, in turns with {@code tar} that
 * unpacks the same archive.
 *
 * <p>Arguments: a folder to work in, and how many installations to measure.
 */
public final class InstallRun {

  private static final ExtensionName NAME = new ExtensionName("large");

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: large
        displayName: Large
        description: Has many files.
        version: 1.0.0
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20.0}}
        entrypoint: {path: run.sh}
      """;

  private InstallRun() {}

  public static void main(String[] arguments) throws Exception {
    Path place = Path.of(arguments[0]);
    Path archive = archive(place);
    int status = 1;
    try (EmbeddedHost host = new EmbeddedHost(Files.createDirectories(place.resolve("hotshoe")))) {
      install(host.context(), archive);
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        Path target = Files.createDirectories(place.resolve("tar-" + i));
        double tar = millis(() -> run("tar", "xzf", "" + archive, "-C", "" + target));
        new Figure("tar xzf", "", "unpacked_ms", tar).print();
        run("rm", "-rf", target.toString());
        install(host.context(), archive);
      }
      status = 0;
    }
    System.out.flush();
    Runtime.getRuntime().halt(status);
  }

  private static void install(BundleContext context, Path archive) throws Exception {
    Installer installer = context.getService(context.getServiceReference(Installer.class));
    InstallRequest request = InstallRequest.of(archive.toString());
    Outcome[] outcome = new Outcome[1];
    double installed = millis(() -> outcome[0] = installer.install(request, InstallListener.NONE));
    if (!(outcome[0] instanceof Outcome.Installed done)) {
      throw new IllegalStateException("not installed: " + outcome[0]);
    }
    double laid = millis(() -> lay(context, done.extension()));
    new Figure("hotshoe", "", "installed_ms", installed).print();
    new Figure("hotshoe", "", "files_laid_ms", laid).print();
    installer.uninstall(NAME, false);
  }

  private static void lay(BundleContext context, Extension extension) throws IOException {
    context
        .getService(context.getServiceReference(ExtensionFiles.class))
        .folder(context.getBundle(extension.bundle()));
  }

  /** Half of it is text and half is noise, as with programs and their libraries. */
  private static Path archive(Path place) throws Exception {
    Path folder = Files.createDirectories(place.resolve("large"));
    Files.writeString(folder.resolve("manifest.yaml"), MANIFEST);
    Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
    Random random = new Random(1);
    for (int number = 0; number < 600; number++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 80_000) {
        text.append("word").append(random.nextInt(5000)).append(' ');
      }
      Path part = Files.createDirectories(folder.resolve("d" + number % 20));
      Files.writeString(part.resolve("t" + number), text);
      byte[] noise = new byte[65_000];
      random.nextBytes(noise);
      Files.write(part.resolve("n" + number), noise);
    }
    Path archive = place.resolve("large.tar.gz");
    run("tar", "czf", archive.toString(), "-C", folder.toString(), ".");
    return archive;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
  }

  private interface Act {
    void run() throws Exception;
  }

  private static double millis(Act act) throws Exception {
    long began = System.nanoTime();
    act.run();
    return (System.nanoTime() - began) / 1e6;
  }
}
