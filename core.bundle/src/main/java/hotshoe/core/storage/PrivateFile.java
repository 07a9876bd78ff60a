package hotshoe.core.storage;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/**
 * A small file that only the host's user can read and that is only ever replaced as a whole: a
 * crash at any moment leaves the old content or the new one. One thread at a time may change it.
 *
 * @param path where it is; its folder is made when it is needed
 */
public record PrivateFile(Path path) {

  private static final DateTimeFormatter ASIDE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  public PrivateFile {
    Objects.requireNonNull(path, "path");
  }

  /** What it holds; empty when there is no such file. */
  public Optional<byte[]> read() throws IOException {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /** Replaces what it holds; when this returns, that is on the disk. */
  public void replace(byte[]... parts) throws IOException {
    makeFolder(folder());
    Path unfinished = path.resolveSibling("." + path.getFileName() + ".part");
    Files.deleteIfExists(unfinished); // a crash may have left one, with any permissions
    try {
      write(unfinished, parts);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failure) {
      deleteQuietly(unfinished, failure);
      throw failure;
    }
    forceFolder();
  }

  /** Deletes it, if it is there; when this returns, that is on the disk. */
  public void delete() throws IOException {
    if (Files.deleteIfExists(path)) {
      forceFolder();
    }
  }

  /** Gives it a name under which nobody looks for it, so that a person can; returns that. */
  public Path setAside() throws IOException {
    Path aside =
        path.resolveSibling(path.getFileName() + ".unreadable-" + ASIDE.format(Instant.now()));
    Files.move(path, aside);
    forceFolder();
    return aside;
  }

  /** Makes a folder with its parents that nobody but the host's user can look into. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent(), "parent");
      Files.createDirectories(parent);
      Files.createDirectories(folder, attributes(parent, "rwx------"));
      force(parent);
    }
  }

  /** By a stream and not a channel, for an interrupt would close a channel half way. */
  private static void write(Path file, byte[][] parts) throws IOException {
    Files.createFile(file, fileAttributes(file.toAbsolutePath().getParent()));
    try (FileOutputStream stream = new FileOutputStream(file.toFile());
        OutputStream buffered = new BufferedOutputStream(stream, 1 << 16)) {
      for (byte[] part : parts) {
        buffered.write(part);
      }
      buffered.flush();
      stream.getFD().sync();
    }
  }

  /** What a file in this folder is to be made with, so that nobody else can ever read it. */
  public static FileAttribute<?>[] fileAttributes(Path folder) {
    return attributes(folder, "rw-------");
  }

  private static FileAttribute<?>[] attributes(Path folder, String permissions) {
    return Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
  }

  private static void deleteQuietly(Path file, Exception failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "folder");
  }

  private void forceFolder() throws IOException {
    force(folder());
  }

  /** Folders are forced through channels only, so an interrupt is kept until that is done. */
  static void force(Path folder) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (!isForced(folder)) {
        interrupted = Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isForced(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException tryAgain) {
      return false;
    }
  }

  /** What the system says of a failure, without the paths that it repeats. */
  public static String words(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access is denied";
    }
    Optional<String> reason =
        failure instanceof FileSystemException system
            ? Optional.ofNullable(system.getReason())
            : Optional.ofNullable(failure.getMessage());
    return reason.orElse(failure.getClass().getSimpleName());
  }
}
