package hotshoe.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The modules of the workspace: the folders that hold a {@code pom.xml}, found from its root. */
final class Reactor {

  private static final Set<String> NO_MODULES = Set.of("target", "src", "docs", "cnf");

  private final Path root;

  Reactor(Path root) {
    this.root = root;
  }

  List<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>();
    addModules(root, modules);
    return modules;
  }

  static Path results(Path module) {
    return module.resolve("target/conformance");
  }

  /** The modules that should have results of this build and have none: they were left out of it. */
  List<String> withoutResults(String build) throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path module : modules()) {
      if (provesSomething(module) && !Results.anyOf(results(module), build)) {
        missing.add(root.relativize(module).toString());
      }
    }
    return missing;
  }

  List<Proof> proofs(String build) throws IOException {
    List<Proof> proofs = new ArrayList<>();
    for (Path module : modules()) {
      proofs.addAll(Results.read(results(module), build));
    }
    return proofs;
  }

  private void addModules(Path folder, List<Path> modules) throws IOException {
    if (!Files.exists(folder.resolve("pom.xml"))) {
      return;
    }
    modules.add(folder);
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(Reactor::mayHoldModules).sorted().toList()) {
        addModules(child, modules);
        addGrandchildren(child, modules);
      }
    }
  }

  /** A plain folder such as {@code integration} may hold modules too. */
  private void addGrandchildren(Path folder, List<Path> modules) throws IOException {
    if (Files.exists(folder.resolve("pom.xml"))) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(Reactor::mayHoldModules).sorted().toList()) {
        addModules(child, modules);
      }
    }
  }

  private static boolean mayHoldModules(Path path) {
    String name = path.getFileName().toString();
    return Files.isDirectory(path) && !name.startsWith(".") && !NO_MODULES.contains(name);
  }

  private static boolean provesSomething(Path module) throws IOException {
    Path tests = module.resolve("src/test/java");
    if (!Files.isDirectory(tests)) {
      return false;
    }
    try (Stream<Path> sources = Files.walk(tests)) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (text.contains("\n  @Proves(") || text.contains("\n@Proves(")) {
          return true;
        }
      }
      return false;
    }
  }
}
