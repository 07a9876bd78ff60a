package hotshoe.cloudstack;

import hotshoe.archive.Contents;
import hotshoe.loader.content.ArchiveReader;
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
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: My Ext!
        displayName: Mine
        description: >
          Starts machines
          elsewhere.
        version: 1.2.0
        maintainer: "Somebody <somebody@example.com>"
      enabled: true
      spec:
        type: Orchestrator
        compatibility:
          cloudstack:
            minVersion: 4.20
        entrypoint:
          path: bin/run.py
      """;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Archive() {}

  static Archive empty() {
    return new Archive();
  }

  /** An extension with this manifest and some programs. */
  static Archive of(String manifest) {
    Archive archive = empty().with("manifest.yaml", manifest);
    for (String program : new String[] {"bin/run.py", "firecracker.py", "test.py"}) {
      archive.with(program, "print(1)\n");
    }
    return archive.with("orchestrator.py", "print(1)\n");
  }

  Archive with(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Everything in one folder at the top. */
  Archive in(String folder) {
    Archive wrapped = empty();
    files.forEach((name, bytes) -> wrapped.files.put(folder + "/" + name, bytes));
    return wrapped;
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
