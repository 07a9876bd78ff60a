package hotshoe.loader.files;

import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Set;

/** Files and folders that the user of the host alone can read, write and execute. */
final class PrivateFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  static void makeFolder(Path folder) throws IOException {
    FileAttribute<?>[] rights =
        POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PROGRAM)}
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, rights);
  }

  /** Writes a file that is not there, and answers the SHA-256 of what it holds. */
  static String write(InputStream bytes, Path file, boolean executable) throws IOException {
    MessageDigest computation = Digest.computation();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream target = Files.newOutputStream(file)) {
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        computation.update(buffer, 0, count);
        target.write(buffer, 0, count);
      }
    }
    if (POSIX) {
      Files.setPosixFilePermissions(file, executable ? PROGRAM : PLAIN);
    }
    return Digest.of(computation).value();
  }

  /** Whether a file has the rights that this would give it. */
  static boolean isPrivate(Path file, boolean executable) throws IOException {
    return !POSIX || Files.getPosixFilePermissions(file).equals(executable ? PROGRAM : PLAIN);
  }
}
