package hotshoe.loader.files;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.form.CarriedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the files of a folder with what they should be, byte for byte. */
final class FileCheck {

  private final Path folder;

  FileCheck(Path folder) {
    this.folder = folder;
  }

  /** Their states, which were taken before they were read; empty when one is not as it should. */
  Optional<Map<String, FileState>> check(List<CarriedFile> files) {
    Optional<Map<String, FileState>> states = FileState.ofAll(folder, files);
    return states.filter(all -> files.stream().allMatch(this::isRight));
  }

  private boolean isRight(CarriedFile file) {
    Path path = folder.resolve(FileState.path(file.name()));
    try {
      return file.target().isPresent() ? leads(path, file.target().get()) : holds(path, file);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private boolean leads(Path link, String target) throws IOException {
    Path expected = folder.resolve(FileState.path(target));
    return Files.isSymbolicLink(link)
        && link.getParent().resolve(Files.readSymbolicLink(link)).normalize().equals(expected);
  }

  private static boolean holds(Path path, CarriedFile file) throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && Files.size(path) == file.size()
        && PrivateFiles.isPrivate(path, file.executable())
        && digest(path).equals(file.digest());
  }

  private static String digest(Path path) throws IOException {
    MessageDigest computation = Digest.computation();
    byte[] buffer = new byte[1 << 16];
    try (InputStream bytes = Files.newInputStream(path)) {
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        computation.update(buffer, 0, count);
      }
    }
    return Digest.of(computation).value();
  }
}
