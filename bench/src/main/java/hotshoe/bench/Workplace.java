package hotshoe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything lies. What a measurement writes stays below {@code bench/target}.
 *
 * @param root the folder of the workspace
 */
public record Workplace(Path root) {

  /** The jars and distributions of the peers. */
  public Path peers() {
    return root.resolve("bench/target/peers");
  }

  /** One file of figures for each part. */
  public Path results() {
    return root.resolve("bench/target/results");
  }

  /** Generated bundles, kept between runs. */
  public Path samples() {
    return root.resolve("bench/target/samples");
  }

  /** A new, empty folder. */
  public Path fresh(String name) throws IOException {
    Path work = root.resolve("bench/target/work");
    Files.createDirectories(work);
    return Files.createTempDirectory(work, name + "-");
  }

  /** The jars of one peer, by name. */
  public List<Path> peer(String name) {
    return jarsIn(peers().resolve(name));
  }

  /** Our own classes, as a jar: class archives take no folders. */
  public Path ownJar() {
    return only(root.resolve("bench/target"), "hotshoe\\.bench-.*\\.jar");
  }

  /** The one jar in the folder whose whole name fits the regular expression. */
  static Path only(Path folder, String name) {
    return jarsIn(folder).stream()
        .filter(jar -> jar.getFileName().toString().matches(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no jar " + name + " in " + folder));
  }

  static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths as a class path. */
  public static String classPath(Stream<Path> parts) {
    return parts.map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
  }

  /** Copies a tree, permissions included. */
  public static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** Removes a tree, if it is there. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, IOException problem)
              throws IOException {
            Files.deleteIfExists(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
