package hotshoe.xapi;

import hotshoe.archive.Contents;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Translation;
import hotshoe.loader.document.YamlDocuments;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * An entry for fuzzers: whatever the bytes of a {@code calls.yaml} are, the dialect ends in words
 * or in a bundle whose calls can be offered, and throws nothing.
 */
public final class XapiFuzzer {

  private static final YamlDocuments READER = new YamlDocuments();
  private static final XapiDialect DIALECT = new XapiDialect(READER);

  private XapiFuzzer() {}

  /** The bytes are a {@code calls.yaml}, beside two executables. */
  public static void declaration(byte[] bytes) {
    Contents contents = new Declared(bytes);
    if (DIALECT.recognises(contents)
        && DIALECT.describe("x.zip", contents) instanceof Understood understood
        && DIALECT.translate(understood.descriptor(), contents)
            instanceof Translation.Bundle bundle) {
      new XapiOperations(READER, bundle.form().components().get(0).properties()).operations();
    }
  }

  /** Contents that were never in an archive. */
  private record Declared(byte[] declaration) implements Contents {
    @Override
    public Set<String> names() {
      return new java.util.TreeSet<>(Set.of("calls.yaml", "host.my_call", "host.inspect", "a.b"));
    }

    @Override
    public Optional<Long> size(String name) {
      return bytes(name).map(bytes -> (long) bytes.length);
    }

    @Override
    public Optional<InputStream> open(String name) {
      return bytes(name).map(ByteArrayInputStream::new);
    }

    private Optional<byte[]> bytes(String name) {
      return Optional.of(name)
          .filter(names()::contains)
          .map(known -> known.equals("calls.yaml") ? declaration : new byte[] {'#', '!', 'x'});
    }

    @Override
    public boolean isExecutable(String name) {
      return name.startsWith("host.");
    }
  }
}
