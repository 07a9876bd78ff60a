package hotshoe.universal;

import hotshoe.archive.Contents;
import hotshoe.archive.Description.Understood;
import hotshoe.loader.document.YamlDocuments;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Entries for fuzzers: whatever the bytes are, the dialect ends in words or in a bundle, and throws
 * nothing.
 */
public final class UniversalFuzzer {

  private static final UniversalDialect DIALECT = new UniversalDialect(new YamlDocuments());

  private UniversalFuzzer() {}

  /** The bytes are an {@code extension.yml}. */
  public static void manifest(byte[] bytes) {
    take(Map.of("extension.yml", bytes, "extension.py", new byte[0]));
  }

  /** The bytes are a {@code template.json}. */
  public static void template(byte[] bytes) {
    take(
        Map.of(
            "extension.yml",
            Archive.GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "extension.py",
            new byte[0],
            "template.json",
            bytes));
  }

  /** The bytes are the archive in a template package. */
  public static void inner(byte[] bytes) {
    take(
        Map.of(
            "template.json",
            "{\"name\": \"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "extension_archive.zip",
            bytes));
  }

  private static void take(Map<String, byte[]> files) {
    Contents contents = new InMemory(new TreeMap<>(files));
    if (DIALECT.recognises(contents)
        && DIALECT.describe("x.zip", contents) instanceof Understood understood) {
      DIALECT.translate(understood.descriptor(), contents);
    }
  }

  /** Contents that were never in an archive. */
  private record InMemory(Map<String, byte[]> files) implements Contents {
    @Override
    public Set<String> names() {
      return files.keySet();
    }

    @Override
    public Optional<Long> size(String name) {
      return Optional.ofNullable(files.get(name)).map(bytes -> (long) bytes.length);
    }

    @Override
    public Optional<InputStream> open(String name) {
      return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public boolean isExecutable(String name) {
      return false;
    }
  }
}
