package hotshoe.loader.files;

import hotshoe.extension.FilesReport;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.form.CarriedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads all installed files of a folder, and says of each what is wrong with it, in words. */
final class FolderInspection {

  private static final boolean POSIX =
      java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final MessageDigest whole = sha512();
  private final Map<String, String> differences = new TreeMap<>();

  FolderInspection(Path folder) {
    this.folder = folder;
  }

  /** What is found; to be asked once. */
  FilesReport report(List<CarriedFile> files) {
    for (CarriedFile file : files) {
      String name = FileState.path(file.name());
      try {
        difference(file, folder.resolve(name)).ifPresent(words -> differences.put(name, words));
      } catch (IOException unreadable) {
        differences.put(name, "cannot be read: " + unreadable.getClass().getSimpleName());
      }
    }
    return new FilesReport(folder, HexFormat.of().formatHex(whole.digest()), differences);
  }

  private Optional<String> difference(CarriedFile file, Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("is not there");
    }
    if (file.target().isPresent()) {
      return link(file, path);
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("is not a regular file");
    }
    Optional<String> rights = rights(file, path);
    return rights.isPresent() ? rights : bytes(file, path);
  }

  private Optional<String> link(CarriedFile file, Path path) throws IOException {
    if (!Files.isSymbolicLink(path)) {
      return Optional.of("is not a link any more");
    }
    Path target = Files.readSymbolicLink(path);
    add(file, "link", target.toString());
    Path expected = folder.resolve(FileState.path(file.target().orElseThrow()));
    return path.resolveSibling(target).normalize().equals(expected)
        ? Optional.empty()
        : Optional.of("leads elsewhere");
  }

  /** What the user of the host may do with it, and what nobody else should. */
  private static Optional<String> rights(CarriedFile file, Path path) throws IOException {
    if (!Files.isReadable(path)) {
      return Optional.of("cannot be read");
    }
    if (file.executable() && !Files.isExecutable(path)) {
      return Optional.of("cannot be executed");
    }
    Set<PosixFilePermission> rights = POSIX ? Files.getPosixFilePermissions(path) : Set.of();
    return rights.contains(PosixFilePermission.GROUP_WRITE)
            || rights.contains(PosixFilePermission.OTHERS_WRITE)
        ? Optional.of("can be written by other users")
        : Optional.empty();
  }

  private Optional<String> bytes(CarriedFile file, Path path) throws IOException {
    MessageDigest installed = Digest.computation();
    MessageDigest own = sha512();
    byte[] buffer = new byte[1 << 16];
    try (InputStream bytes = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        installed.update(buffer, 0, count);
        own.update(buffer, 0, count);
      }
    }
    add(file, file.executable() ? "program" : "file", HexFormat.of().formatHex(own.digest()));
    return Digest.of(installed).value().equals(file.digest())
        ? Optional.empty()
        : Optional.of("holds other bytes than were installed");
  }

  private void add(CarriedFile file, String kind, String content) {
    String line = FileState.path(file.name()) + "\t" + kind + "\t" + content + "\n";
    whole.update(line.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-512", impossible);
    }
  }
}
