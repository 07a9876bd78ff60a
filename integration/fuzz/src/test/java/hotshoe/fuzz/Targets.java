package hotshoe.fuzz;

import hotshoe.archive.Description.Understood;
import hotshoe.archive.Dialect;
import hotshoe.cloudstack.CloudStackDialect;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Limits;
import hotshoe.loader.content.Opening.Opened;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.loader.signature.SignaturePolicy;
import hotshoe.loader.signature.Signatures;
import hotshoe.universal.UniversalDialect;
import hotshoe.xapi.XapiDialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the fuzzer calls, again and again, with bytes that it makes up. Each must end in words: what
 * is thrown here is a finding.
 */
final class Targets {

  private static final YamlDocuments YAML = new YamlDocuments();

  private Targets() {}

  /** YAML of any kind. */
  public static final class Yaml {
    private Yaml() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      YAML.read("x", new ByteArrayInputStream(bytes));
    }
  }

  /** Manifests of CloudStack. */
  public static final class CloudStack {
    private static final Dialect DIALECT = new CloudStackDialect(YAML);

    private CloudStack() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      take(DIALECT, Map.of("manifest.yaml", bytes, "bin/run.py", new byte[1]));
    }
  }

  /** Manifests of Universal Extensions. */
  public static final class Universal {
    private static final Dialect DIALECT = new UniversalDialect(YAML);

    private Universal() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      take(DIALECT, Map.of("extension.yml", bytes, "extension.py", new byte[1]));
    }
  }

  /** Declarations of calls. */
  public static final class Xapi {
    private static final Dialect DIALECT = new XapiDialect(YAML);

    private Xapi() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      byte[] script = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
      take(DIALECT, Map.of("calls.yaml", bytes, "host.my_call", script));
    }
  }

  private static void take(Dialect dialect, Map<String, byte[]> files) {
    InMemory contents = new InMemory(files);
    if (dialect.recognises(contents)
        && dialect.describe("x.zip", contents) instanceof Understood understood) {
      dialect.translate(understood.descriptor(), contents);
    }
  }

  /** Archives of every kind, read to the last byte. */
  public static final class Archives {
    private static final Path FILE = Path.of("archive");
    private static final ArchiveReader READER =
        new ArchiveReader(
            new Limits(200, 1 << 20, 4 << 20, 200, 1 << 20, 10, 200, 100, 10_000, 4096, 16 << 20));

    private Archives() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      Files.write(FILE, bytes);
      if (READER.open("x", FILE) instanceof Opened opened) {
        try (Contents contents = opened.contents()) {
          for (String name : contents.names()) {
            read(contents, name);
          }
        }
      }
    }

    private static void read(Contents contents, String name) throws IOException {
      try (InputStream stream = contents.open(name).orElseThrow()) {
        if (stream.readAllBytes().length != contents.size(name).orElseThrow()) {
          throw new IllegalStateException("the size of '" + name + "' is not what was said");
        }
      }
    }
  }

  /** Signatures of minisign, and keys. */
  public static final class Minisign {
    private static final Path KEYS = Path.of("keys");
    private static final Path ARCHIVE = Path.of("archive");

    private Minisign() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      Files.createDirectories(KEYS);
      Files.write(KEYS.resolve("x.pub"), bytes);
      Files.write(ARCHIVE, new byte[9]);
      new Signatures(SignaturePolicy.REQUIRE, KEYS, "keys").judge("x", ARCHIVE, Optional.of(bytes));
    }
  }

  /** Certificates, and jars with signatures. */
  public static final class Jars {
    private static final Path KEYS = Path.of("keys");
    private static final Path ARCHIVE = Path.of("archive");

    private Jars() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      Files.createDirectories(KEYS);
      Files.write(KEYS.resolve("x.pem"), bytes);
      Files.write(ARCHIVE, bytes);
      new Signatures(SignaturePolicy.REQUIRE, KEYS, "keys").judge("x", ARCHIVE, Optional.empty());
    }
  }
}
