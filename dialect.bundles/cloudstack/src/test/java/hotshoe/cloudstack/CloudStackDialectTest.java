package hotshoe.cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Translation;
import hotshoe.conformance.Proves;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What becomes of CloudStack's manifests. */
class CloudStackDialectTest {

  private static final String GOOD =
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
      spec:
        type: Orchestrator
        compatibility:
          cloudstack:
            minVersion: 4.20
        entrypoint:
          path: bin/run.py
      """;

  private final CloudStackDialect dialect = new CloudStackDialect(new YamlDocuments());

  @Test
  void aManifestIsUnderstood() {
    Descriptor descriptor = understood(GOOD).descriptor();
    assertEquals("my_ext_ 1.2.0", descriptor.toString());
    assertEquals("cloudstack.my_ext_", descriptor.symbolicName());
    assertEquals("Mine", descriptor.title());
    assertEquals("Starts machines elsewhere.", descriptor.description());
    assertEquals("(&(platform=cloudstack)(version>=4.20))", descriptor.needs().get(0).filter());
  }

  @Test
  void everythingRequiredThatIsMissingIsNamedByItsPath() throws IOException {
    golden("missing.txt", describe("metadata:\nspec:\n  entrypoint: {}\n  compatibility: {}\n"));
  }

  @Test
  @Proves("CS-26")
  void anotherVersionOrKindIsRefusedNamingWhatWasExpected() throws IOException {
    golden(
        "kinds.txt",
        describe(GOOD.replace("/v1", "/v2").replace("OrchestratorExt", "OrchestratorExpt")));
  }

  @Test
  void enabledAndActionsStandAtTheTopOrUnderSpec() throws IOException {
    String actions = "customActions:\n%s  - {name: Do it, timeout: 5}\n";
    understood(GOOD + "enabled: true\n" + actions.formatted(""));
    understood(GOOD + "  enabled: true\n  " + actions.formatted("  "));
    golden("both.txt", describe(GOOD + "  enabled: true\n" + "enabled: false\n"));
  }

  @Test
  void everyOtherFaultIsToldWithItsPlace() throws IOException {
    String manifest =
        GOOD.replace("1.2.0", "one")
                .replace("4.20", "four")
                .replace("bin/run.py", "../run.py")
                .replace("My Ext!", "_")
            + """
            source: {type: git, url: x, refs: a, ref: b}
            customActions:
              - name: stop
              - name: a
              - name: a
            colour: red
            """;
    golden("rules.txt", describe(manifest));
    golden(
        "actions.txt",
        describe(
            GOOD
                + """
                customActions:
                  - name: a/b
                    timeout: soon
                    allowedroletypes: [Admin, Usr]
                    parameters:
                      - {name: x, type: TEXT}
                      - {nme: y, type: string, required: "maybe"}
                """));
  }

  @Test
  @Proves({"CS-5", "CS-6", "CS-7"})
  void pathsAreNormalisedAndStayInTheFolderOfTheExtension() {
    assertEquals("my_ext_", EntrypointPath.folder("My Ext!"));
    for (String path : List.of("a/b.sh", "/a/b.sh", "\\a\\b.sh", "ext/a/b.sh", "/ext/a/b.sh")) {
      assertEquals("a/b.sh", EntrypointPath.inArchive("ext", path));
    }
    assertEquals("a/b/c.sh", EntrypointPath.inArchive("ext", "a/b/c.sh"));
    for (String path :
        List.of("a/b/c/d.sh", "../x", "a/../x", "//etc/x", "a/./b", "a/", "", "..")) {
      assertThrows(
          IllegalArgumentException.class, () -> EntrypointPath.inArchive("ext", path), path);
    }
  }

  @Test
  void anEntrypointThatIsNotInTheArchiveIsRefused() {
    NotUnderstood refused =
        assertInstanceOf(
            NotUnderstood.class,
            dialect.describe("x.zip", new InMemory(Map.of("manifest.yaml", GOOD))));
    assertEquals(
        "HS-MANIFEST-014: spec.entrypoint.path names a file that the archive does not hold"
            + " (x.zip!manifest.yaml:17:5); correct it and pack the archive again",
        refused.problems().get(0).sentence());
  }

  @Test
  void otherArchivesAreNotRecognised() {
    assertFalse(
        dialect.recognises(new InMemory(Map.of("extension.yml", "", "x/manifest.yml", ""))));
  }

  @Test
  void theBundleHoldsTheFiles() {
    Contents contents = archive(GOOD);
    Translation.Bundle bundle =
        assertInstanceOf(
            Translation.Bundle.class, dialect.translate(understood(GOOD).descriptor(), contents));
    assertEquals("bin/run.py", bundle.form().files().get("files/bin/run.py"));
  }

  @Test
  void everyOpenSampleIsUnderstood() throws IOException {
    Path folder =
        Path.of(System.getProperty("hotshoe.samples", "../../../../shared/samples"), "cloudstack");
    Assumptions.assumeTrue(Files.isDirectory(folder), "the samples are not here");
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder).sorted()) {
      for (Path file : files.filter(file -> file.toString().matches(".*\\.ya?ml")).toList()) {
        lines.add("=== " + file.getFileName());
        lines.addAll(lines(describe(Files.readString(file))));
      }
    }
    golden("samples.txt", lines);
  }

  private Understood understood(String manifest) {
    return assertInstanceOf(Understood.class, describe(manifest), () -> "" + describe(manifest));
  }

  private Description describe(String manifest) {
    return dialect.describe("x.zip", archive(manifest));
  }

  private static Contents archive(String manifest) {
    return new InMemory(
        Map.of(
            "manifest.yaml", manifest,
            "bin/run.py", "",
            "firecracker.py", "",
            "test.py", "",
            "orchestrator.py", ""));
  }

  private static List<String> lines(Description description) {
    return description instanceof Understood understood
        ? Stream.concat(
                Stream.of(
                    understood.descriptor() + ", needs " + understood.descriptor().needs().get(0)),
                understood.warnings().stream().map(Problem::sentence))
            .toList()
        : ((NotUnderstood) description).problems().stream().map(Problem::sentence).toList();
  }

  private static void golden(String name, Description description) throws IOException {
    golden(name, lines(assertInstanceOf(NotUnderstood.class, description)));
  }

  private static void golden(String name, List<String> lines) throws IOException {
    String actual = String.join("\n", lines) + "\n";
    if (Boolean.parseBoolean(System.getenv("GOLDEN_WRITE"))) {
      Files.writeString(Path.of("src/test/resources/golden").resolve(name), actual);
      return;
    }
    try (InputStream expected =
        CloudStackDialectTest.class.getResourceAsStream("/golden/" + name)) {
      assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), actual);
    }
  }

  /** Contents that were never in an archive. */
  private record InMemory(Map<String, String> files) implements Contents {
    @Override
    public Set<String> names() {
      return new TreeSet<>(files.keySet());
    }

    @Override
    public Optional<Long> size(String name) {
      return Optional.ofNullable(files.get(name)).map(text -> (long) text.length());
    }

    @Override
    public Optional<InputStream> open(String name) {
      return Optional.ofNullable(files.get(name))
          .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean isExecutable(String name) {
      return false;
    }
  }
}
