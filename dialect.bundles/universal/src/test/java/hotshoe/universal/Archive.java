package hotshoe.universal;

import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip archive in a few words, opened as the host opens it. */
final class Archive {

  static final String GOOD =
      """
      extension:
        name: ue-demo
        version: 1.2.0
        api_level: 1.4.0
      """;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Archive() {}

  static Archive empty() {
    return new Archive();
  }

  /** An extension with this manifest and a program. */
  static Archive of(String manifest) {
    return empty()
        .with("extension.py", "class Extension:\n    pass\n")
        .with("extension.yml", manifest);
  }

  Archive with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Archive with(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  Archive without(String name) {
    files.remove(name);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  /** Opens it; the file is in the folder, and stays there. */
  Contents open(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "x", ".zip");
      Files.write(file, bytes());
      Opening opening = new ArchiveReader().open("x.zip", file);
      if (opening instanceof Opening.Opened opened) {
        return opened.contents();
      }
      throw new IllegalStateException(opening.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
