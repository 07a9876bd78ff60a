package hotshoe.cloudstack;

import hotshoe.configuration.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The payloads of running entrypoints: files that the user of the host alone can read, in {@code
 * data/payloads/cloudstack}, deleted when the run ends; what a crash left goes at the next start
 * (row CS-66).
 */
@Component(service = Payloads.class)
public final class Payloads {

  private static final Logger log = LoggerFactory.getLogger(Payloads.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  /** Keeps them below the folder for data, from which those of an earlier host go. */
  @Activate
  public Payloads(@Reference Configuration configuration) {
    this.folder = configuration.path("data").resolve("payloads/" + CloudStackDialect.NAME);
    if (Files.isDirectory(folder)) {
      sweep();
    }
  }

  private void sweep() {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      log.warn("payloads of an earlier run could not be deleted", failure);
    }
  }

  /** A payload on the disk until it is closed. */
  static final class PayloadFile implements AutoCloseable {

    private final Path path;

    private PayloadFile(Path path) {
      this.path = path;
    }

    /** Where it is. */
    Path path() {
      return path;
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException failure) {
        log.warn("a payload could not be deleted and stays until the next start", failure);
      }
    }
  }

  /** Writes a payload down. */
  PayloadFile write(Payload payload) throws IOException {
    Files.createDirectories(folder, rights("rwx------"));
    Path file = folder.resolve(UUID.randomUUID() + ".json");
    PayloadFile written = new PayloadFile(file);
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            rights("rw-------"))) {
      var bytes = java.nio.ByteBuffer.wrap(payload.json().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return written;
    } catch (IOException failure) {
      written.close();
      throw failure;
    }
  }

  private static FileAttribute<?>[] rights(String rights) {
    List<FileAttribute<?>> attributes =
        POSIX
            ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)))
            : List.of();
    return attributes.toArray(new FileAttribute<?>[0]);
  }
}
