package hotshoe.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has laid out in this module's target folder. */
final class Build {
  private Build() {}

  static Path folder() {
    return Path.of(System.getProperty("hotshoe.build", "target")).toAbsolutePath();
  }

  /** A bundle of the host, or one that the host needs, without its version. */
  static Path bundle(String artifact) {
    return existing(folder().resolve("bundles").resolve(artifact + ".jar"));
  }

  /** An example of this project, such as {@code hello}. */
  static Path example(String name) {
    return existing(folder().resolve("examples").resolve("hotshoe.example." + name + ".jar"));
  }

  /** The distribution as an operator unzips it. */
  static Path distribution() {
    Path launcher = existing(folder().resolve("distribution/hotshoe/bin/hotshoe"));
    return launcher.getParent().getParent();
  }

  /** Where the results of long proofs are kept, in the source tree. */
  static Path proofs() {
    return Home.attempt(
        () -> Files.createDirectories(folder().resolve("../../../docs/proofs").normalize()));
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(file + " is missing; run mvn verify, not mvn test");
    }
    return file;
  }
}
