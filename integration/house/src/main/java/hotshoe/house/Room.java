package hotshoe.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A module whose code is subject to the rules.
 *
 * @param name its folder, from the root of the workspace, such as {@code core.bundle}
 * @param folder that folder
 */
public record Room(String name, Path folder) {

  /** Whether this is the contract that all others may know. */
  public boolean isApi() {
    return name.equals("api.bundle");
  }

  /** Whether this is an example, which may know the API only. */
  public boolean isExample() {
    return name.startsWith("example.bundles/");
  }

  /** Whether this is a dialect, whose classes are named by the bundles that it translates. */
  public boolean isDialect() {
    return name.startsWith("dialect.bundles/");
  }

  /** Whether this is an example of a program that embeds the host, and so knows its launcher. */
  public boolean isProgram() {
    return isExample() && Files.isRegularFile(folder.resolve("pom.xml")) && !hasBundleFile();
  }

  private boolean hasBundleFile() {
    return Files.isRegularFile(folder.resolve("bnd.bnd"));
  }

  /** Whether this becomes a bundle, as against the launcher, the tools and programs. */
  public boolean isBundle() {
    return name.endsWith(".bundle") || (name.contains(".bundles/") && !isProgram());
  }

  /** Its compiled classes. */
  public Path classes() {
    return folder.resolve("target/classes");
  }

  /** Its sources, tests left out. */
  public List<Path> sources() throws IOException {
    return files(folder.resolve("src/main/java"), ".java");
  }

  /** Everything that goes into it: sources, resources, scripts. */
  public List<Path> inputs() throws IOException {
    return files(folder.resolve("src/main"), "");
  }

  /** The jar that the build made of it. */
  public Optional<Path> jar() throws IOException {
    return jars().stream()
        .filter(jar -> !jar.toString().matches(".*-(sources|javadoc|launcher)\\.jar"))
        .findFirst();
  }

  /** All jars that the build made of it. */
  public List<Path> jars() throws IOException {
    Path target = folder.resolve("target");
    return files(target, ".jar").stream().filter(jar -> target.equals(jar.getParent())).toList();
  }

  /** The packages it holds classes of. */
  public Set<String> packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path file : files(classes(), ".class")) {
      packages.add(classes().relativize(file.getParent()).toString().replace('/', '.'));
    }
    return packages;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }
}
