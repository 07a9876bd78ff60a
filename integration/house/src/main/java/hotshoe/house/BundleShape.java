package hotshoe.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What a bundle's manifest and archive look like. */
public final class BundleShape {

  /** Headers that differ from build to build. */
  private static final List<String> UNSTABLE =
      List.of("Bnd-LastModified", "Build-Jdk", "Built-By", "Created-By", "Tool");

  private final Map<String, Room> owners;

  /** Rules for a house in which these rooms own these packages. */
  public BundleShape(Map<String, Room> owners) {
    this.owners = owners;
  }

  /** What is wrong with the jars of one room. */
  public List<Finding> check(Room room) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Path jar : room.jars()) {
      String where = room.name() + "/target/" + jar.getFileName();
      try (JarFile open = new JarFile(jar.toFile())) {
        findings.addAll(manifest(room, where, open.getManifest().getMainAttributes()));
        findings.addAll(archive(where, jar, open));
      }
    }
    return findings;
  }

  List<Finding> manifest(Room room, String where, Attributes headers) {
    List<Finding> findings = new ArrayList<>();
    UNSTABLE.stream()
        .filter(header -> headers.getValue(header) != null)
        .map(header -> unstable(where, "header " + header))
        .forEach(findings::add);
    if (room.isBundle()) {
      activator(where, headers).ifPresent(findings::add);
      packages(headers, "Import-Package").stream()
          .filter(name -> isForeign(room, name))
          .map(name -> importsRoom(where, name))
          .forEach(findings::add);
    }
    if (room.isBundle() && !room.isApi() && !room.isExample() && !room.isDialect()) {
      packages(headers, "Export-Package").stream()
          .map(name -> exports(where, name))
          .forEach(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> activator(String where, Attributes headers) {
    return Optional.ofNullable(headers.getValue("Bundle-Activator"))
        .map(
            activator ->
                new Finding(
                    "Bundle-Activator: " + activator,
                    where,
                    "Declarative Services everywhere: an activator makes start order a puzzle",
                    "make it a @Component with constructor injection"));
  }

  private boolean isForeign(Room room, String name) {
    Room owner = owners.get(name);
    return owner != null && !owner.isApi() && !owner.equals(room);
  }

  private static Finding importsRoom(String where, String name) {
    return new Finding(
        "imports " + name,
        where,
        "no bundle imports another bundle's packages; bundles know each other through the API only",
        "put what both need into a package of the API, or ask for it as a service");
  }

  private static Finding exports(String where, String name) {
    return new Finding(
        "exports " + name,
        where,
        "only api.bundle exports, and dialects to the bundles they make: what nobody can import, nobody"
            + " has to be asked about",
        "remove @Export; if others need it, it belongs into the API");
  }

  /**
   * Entries copied from other jars keep their times, which are old; what is as young as the jar
   * itself was stamped by the build.
   */
  static List<Finding> archive(String where, Path file, JarFile jar) throws IOException {
    long made = Files.getLastModifiedTime(file).toMillis() - Duration.ofDays(1).toMillis();
    return jar.stream()
        .filter(entry -> entry.getTime() > made)
        .findFirst()
        .map(entry -> unstable(where, entry.getName() + " bears the time of the build"))
        .stream()
        .toList();
  }

  private static Finding unstable(String where, String what) {
    return new Finding(
        what,
        where,
        "the same sources give the same bytes, wherever and whenever they are built",
        "see -noextraheaders and -reproducible in cnf/common.bnd, and project.build.outputTimestamp");
  }

  /** The package names of a header, attributes and quoted version ranges left out. */
  static Set<String> packages(Attributes headers, String header) {
    String value = Optional.ofNullable(headers.getValue(header)).orElse("");
    Set<String> names = new TreeSet<>();
    Stream.of(value.replaceAll("\"[^\"]*\"", "").split(","))
        .flatMap(clause -> Stream.of(clause.split(";")))
        .map(String::strip)
        .filter(part -> !part.isEmpty() && !part.contains("="))
        .forEach(names::add);
    return Collections.unmodifiableSet(names);
  }
}
