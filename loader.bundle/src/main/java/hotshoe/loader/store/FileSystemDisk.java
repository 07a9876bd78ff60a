package hotshoe.loader.store;

import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The real disk. */
final class FileSystemDisk implements Disk {

  @Override
  public void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public Digest copy(Path from, Path to) throws IOException {
    MessageDigest digest = Digest.computation();
    byte[] buffer = new byte[1 << 16];
    try (InputStream source = Files.newInputStream(from);
        FileChannel target = created(to)) {
      for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
        digest.update(buffer, 0, count);
        append(target, ByteBuffer.wrap(buffer, 0, count));
      }
    }
    return Digest.of(digest);
  }

  private static FileChannel created(Path file) throws NotStored {
    try {
      return create(file);
    } catch (IOException failure) {
      throw new NotStored(failure);
    }
  }

  private static void append(FileChannel target, ByteBuffer bytes) throws NotStored {
    try {
      writeAll(target, bytes);
    } catch (IOException failure) {
      throw new NotStored(failure);
    }
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel target = create(file)) {
      writeAll(target, ByteBuffer.wrap(bytes));
      target.force(true);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void deleteAll(Path path) throws IOException {
    List<Path> paths = List.of();
    try (Stream<Path> all = Files.walk(path)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException gone) {
      return;
    }
    for (Path each : paths) {
      Files.deleteIfExists(each);
    }
  }

  @Override
  public void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      channel.force(true);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void writeAll(FileChannel target, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }
}
