package hotshoe.loader.deploy;

import hotshoe.loader.source.Signature;
import hotshoe.loader.store.FileFacts;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder into which the operator drops archives, and folders that are extensions as they are.
 * Links are followed. Holds no state; safe for use by many threads.
 */
public final class DeployFolder {

  /** The problem that the folder cannot be made, listed or watched. */
  public static final String UNUSABLE = "HS-DEPLOY-003";

  private static final DateTimeFormatter ASIDE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path path;

  /** The folder at this path, whether it is there or not. */
  public DeployFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Whether it is there. Of a folder that is not, nothing can be said to be gone. */
  public boolean isThere() {
    return Files.isDirectory(path);
  }

  /** The file of this name in it, whether it is there or not. */
  public Path file(String fileName) {
    return path.resolve(fileName);
  }

  /** The name that a file has in this folder, if it lies there. */
  public Optional<String> nameOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return path.equals(absolute.getParent())
        ? Optional.of(absolute.getFileName().toString())
        : Optional.empty();
  }

  /** Makes the folder if it is not there; answers what is wrong. */
  public Optional<Problem> prepare() {
    try {
      Files.createDirectories(path);
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(unusable(failure));
    }
  }

  /** The names of all that lies in it. */
  public SortedSet<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      SortedSet<String> names = new TreeSet<>();
      files.map(file -> file.getFileName().toString()).forEach(names::add);
      return names;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /**
   * Takes a file out, for good. A folder may be all there is of somebody's work, so it is not
   * deleted but put aside under a hidden name; of a link only the link goes.
   *
   * @return what people should know of it, if there is anything
   */
  public Optional<String> takeOut(String fileName) throws IOException {
    Path file = file(fileName);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      String aside = "." + fileName + ".uninstalled-" + ASIDE.format(Instant.now());
      Files.move(file, file(aside), StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(
          Source.deployed(fileName) + " is not deleted; it lies in " + Source.deployed(aside));
    }
    Files.deleteIfExists(file);
    Files.deleteIfExists(Signature.file(file));
    return Optional.empty();
  }

  /**
   * What can be known of a file without reading it, its signature among it; or of a folder with all
   * that is in it.
   */
  public FileFacts facts(String fileName) throws IOException {
    Path file = file(fileName);
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.isDirectory() ? TreeFacts.of(file) : facts(file, attributes);
  }

  private static FileFacts facts(Path file, BasicFileAttributes attributes) throws IOException {
    FileFacts facts = FileFacts.of(attributes);
    Path signature = Signature.file(file);
    return Files.exists(signature) ? facts.signed(FileFacts.of(signature)) : facts;
  }

  /** What there is under a name. */
  public Sight look(String fileName) {
    FileKind kind = FileKind.of(fileName);
    if (kind == FileKind.IGNORED) {
      return new Sight.Nothing();
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file(fileName), BasicFileAttributes.class);
      return sight(fileName, kind, attributes);
    } catch (InvalidPathException strange) {
      return new Sight.Unreadable(
          unreadable(fileName, "its name does not fit the host's character set"));
    } catch (NoSuchFileException gone) {
      return isDanglingLink(fileName)
          ? new Sight.Unreadable(unreadable(fileName, "the link leads nowhere"))
          : new Sight.Nothing();
    } catch (IOException failure) {
      return new Sight.Unreadable(unreadable(fileName, StoreProblems.words(failure)));
    }
  }

  private Sight sight(String fileName, FileKind kind, BasicFileAttributes attributes)
      throws IOException {
    if (attributes.isDirectory()) {
      return new Sight.Folder(TreeFacts.of(file(fileName)));
    }
    if (!attributes.isRegularFile()) {
      return new Sight.Unreadable(unreadable(fileName, "it is not a regular file"));
    }
    FileFacts facts = facts(file(fileName), attributes);
    return kind == FileKind.ARCHIVE
        ? new Sight.Archive(facts)
        : new Sight.Unknown(facts, unknown(fileName));
  }

  private boolean isDanglingLink(String fileName) {
    return Files.exists(file(fileName), LinkOption.NOFOLLOW_LINKS);
  }

  private static Problem unreadable(String fileName, String why) {
    return Problem.error("HS-DEPLOY-001", "the file cannot be read")
        .at(Source.deployed(fileName))
        .because(why)
        .advising("let the host's user read it; it is tried again when it changes");
  }

  private static Problem unknown(String fileName) {
    return Problem.warning("HS-DEPLOY-002", "the file is not taken")
        .at(Source.deployed(fileName))
        .because("names of archives end in .jar, .zip, .tar, .tar.gz, .tgz, .tar.xz or .tar.zst")
        .advising("rename it if it is an extension, or remove it");
  }

  /** Somebody asks for a file that is not there, or that nobody should mention. */
  public Problem notThere(String fileName) {
    return Problem.error("HS-DEPLOY-006", "there is no such file to install")
        .at(Source.deployed(fileName))
        .because("it is not there, or its name is hidden or temporary")
        .advising("check the name");
  }

  /** The folder was there and is not any more. */
  public Problem gone() {
    return Problem.warning("HS-DEPLOY-004", "the deploy folder is gone")
        .at(path.toString())
        .because("somebody removed or renamed it; what came from it keeps running")
        .advising("put it back; what is not in it then is uninstalled");
  }

  /** A file was to be removed together with its extension. */
  public Problem notDeleted(String fileName, IOException failure) {
    return Problem.error("HS-DEPLOY-005", "the file cannot be removed")
        .at(Source.deployed(fileName))
        .because(StoreProblems.words(failure))
        .advising("let the host's user write to the deploy folder, or remove the file yourself");
  }

  /** The folder cannot be made or listed. */
  public Problem unusable(IOException failure) {
    return Problem.error(UNUSABLE, "the deploy folder cannot be used")
        .at(path.toString())
        .because(StoreProblems.words(failure))
        .advising(
            "let the host's user read it, or set the option deploy to another folder; it is looked"
                + " at as soon as it can be");
  }
}
