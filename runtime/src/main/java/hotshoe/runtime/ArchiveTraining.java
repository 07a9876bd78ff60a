package hotshoe.runtime;

import hotshoe.runtime.training.Trainee;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Two starts and stops in a home of its own, so that the Java machine meets the classes that every
 * start needs, the first with its archives and the second with its records. Run by {@link
 * ClassArchive} with the option to remember them.
 */
final class ArchiveTraining {

  private static final int STARTS = 2;

  private ArchiveTraining() {}

  /** Starts and stops. */
  public static void main(String[] words) throws IOException {
    System.exit(startAndStop());
  }

  private static int startAndStop() throws IOException {
    Path home = Files.createTempDirectory("hotshoe-");
    try {
      deploy(home.resolve("deploy"));
      Files.createDirectories(home.resolve("etc"));
      Files.writeString(
          home.resolve("etc/hotshoe.yaml"),
          """
          gateway: {port: 0}
          shell: {socket: false}
          users: {first-administrator: false}
          features: {training.trainee: {flag: true}}
          """);
      int status = 0;
      for (int start = 0; start < STARTS && status == 0; start++) {
        status =
            Main.rehearse("run", "--home", home.toString(), "-o", "extensions.training.number=2");
      }
      return status;
    } finally {
      Folders.delete(home);
    }
  }

  private static void deploy(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (InputStream manifest = resource("/hotshoe/runtime/training/manifest");
        OutputStream file = Files.newOutputStream(folder.resolve("training.jar"));
        JarOutputStream jar = new JarOutputStream(file, new Manifest(manifest))) {
      for (String name : List.of("OSGI-INF/trainee.xml", "OSGI-INF/metatype/training.xml")) {
        add(name, "/hotshoe/runtime/training/" + name, jar);
      }
      String trainee = Trainee.class.getName().replace('.', '/') + ".class";
      add(trainee, "/" + trainee, jar);
    }
  }

  private static void add(String name, String resource, JarOutputStream jar) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    try (InputStream stream = resource(resource)) {
      stream.transferTo(jar);
    }
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream stream = ArchiveTraining.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is missing from the program");
    }
    return stream;
  }
}
