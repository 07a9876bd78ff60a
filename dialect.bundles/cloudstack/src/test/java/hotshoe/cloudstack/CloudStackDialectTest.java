package hotshoe.cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Translation;
import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.translation.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of CloudStack's manifests. */
class CloudStackDialectTest {

  private static final String GOOD = Archive.GOOD;

  @TempDir Path folder;
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
  @Proves("CS-25")
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
  void twoPlacesThatDifferAreRefused() throws IOException {
    golden("both.txt", describe(GOOD + "  enabled: false\n"));
  }

  @Test
  @Proves({"CS-44", "CS-45", "CS-49", "CS-50"})
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
    golden(
        "parameters.txt",
        describe(
            GOOD
                + """
                customActions:
                  - name: Deploy
                  - name: a
                    resourcetype: virtualmachine
                    parameters:
                      - {name: x, type: number, validationformat: UUID}
                      - {name: x, type: BOOLEAN, valueoptions: "true,false"}
                      - {name: y, type: NUMBER, valueoptions: "1, two,,3"}
                      - {name: z, type: STRING, validationformat: email, valueoptions: "a@b,c"}
                """));
  }

  @Test
  @Proves({"CS-5", "CS-6", "CS-7", "CS-8"})
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
            dialect.describe("x.zip", Archive.empty().with("manifest.yaml", GOOD).open(folder)));
    assertEquals(
        "HS-MANIFEST-014: spec.entrypoint.path names a file that the archive does not hold"
            + " (x.zip!manifest.yaml:18:5); correct it and pack the archive again",
        refused.problems().get(0).sentence());
  }

  @Test
  void otherArchivesAreNotRecognised() {
    assertFalse(
        dialect.recognises(
            Archive.empty().with("extension.yml", "").with("x/manifest.yml", "").open(folder)));
  }

  @Test
  void theBundleHoldsTheFiles() {
    BundleForm bundle = bundle(GOOD);
    assertEquals("bin/run.py", bundle.files().get("files/bin/run.py"));
    assertEquals(Set.of("files/bin/run.py"), bundle.programs());
  }

  @Test
  void everyOpenSampleIsUnderstood() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : Samples.files("cloudstack", ".yaml", ".yml")) {
      lines.add("=== " + file.getFileName());
      lines.addAll(Golden.lines(describe(Files.readString(file))));
    }
    if (!lines.isEmpty()) {
      Golden.matches("samples.txt", lines);
    }
  }

  @Test
  @Proves("CS-67")
  void aNetworkOrchestratorIsWarnedOfUnknownServicesAndRefusedWhatCannotBe() throws IOException {
    String network = GOOD.replace("type: Orchestrator", "type: NetworkOrchestrator");
    List<String> lines =
        new ArrayList<>(
            Golden.lines(describe(network + "  details: {network.services: 'Dns, Firewal'}\n")));
    lines.addAll(
        Golden.lines(
            describe(
                network
                    + """
                      details: {network.service.capabilities: '{"Lb": 1}'}
                    customActions:
                      - {name: apply-lb-rules}
                      - {name: a, parameters: [{name: resource, type: STRING}]}
                    """)));
    Golden.matches("network-rules.txt", lines);
  }

  @Test
  @Proves("CS-27")
  void bothPlacesGiveTheSameActionsAndTheSameFlag() {
    String actions = "customActions:\n%s  - {name: Do it, timeout: 5}\n";
    String none = GOOD.replace("enabled: true\n", "");
    for (String manifest :
        List.of(
            none + "enabled: true\n" + actions.formatted(""),
            none + "  enabled: true\n  " + actions.formatted("  "),
            none + "  enabled: true\n" + actions.formatted(""))) {
      Description.Understood understood = understood(manifest);
      assertTrue(understood.descriptor().enabled());
      assertTrue(bundle(manifest).components().stream().anyMatch(c -> c.name().contains("Do_it")));
    }
  }

  @Test
  @Proves("CS-39")
  void enabledIsWhatTheManifestSaysAndFalseWhenItDoesNot() throws IOException {
    String none = GOOD.replace("enabled: true\n", "");
    assertFalse(understood(none + "enabled: false\n").descriptor().enabled());
    assertFalse(understood(none + "  enabled: no\n").descriptor().enabled());
    assertFalse(understood(none).descriptor().enabled());
    Golden.matches("unsaid.txt", Golden.lines(describe(none)));
  }

  @Test
  @Proves("CS-37")
  void aTargetFolderLiesInTheFolderOfAllExtensions() throws IOException {
    String root = "/usr/share/cloudstack-management/extensions";
    for (String folder : List.of(root + "/mine", root + "//mine/", root + "/a/b")) {
      understood(GOOD + "    targetDir: " + folder + "\n");
    }
    List<String> refused = new ArrayList<>();
    for (String folder :
        List.of(root, root + "/", root + "/../x", "/etc", "mine", root + "s/x", root + "/a/./b")) {
      refused.addAll(Golden.lines(describe(GOOD + "    targetDir: " + folder + "\n")));
    }
    Golden.matches("target.txt", refused);
  }

  @Test
  @Proves("CS-38")
  void versionsThatYamlReadsAsNumbersAreTakenAsWritten() {
    for (String version : List.of("4.20", "4.2", "4", "\"4.20\"", "4.23.0.0", "4.23.0-SNAPSHOT")) {
      String written = version.replace("\"", "").replace("-SNAPSHOT", "");
      String filter =
          understood(GOOD.replace("minVersion: 4.20", "minVersion: " + version))
              .descriptor()
              .needs()
              .get(0)
              .filter();
      String expected = written.replace("4.23.0.0", "4.23.0");
      assertEquals("(&(platform=cloudstack)(version>=" + expected + "))", filter);
    }
  }

  @Test
  void whatItNeedsOfItsHostIsAskedForTogether() throws IOException {
    String manifest =
        GOOD.replace("path: bin/run.py", "path: bin/run.py\n    language: Python >=3.9,<4")
                .replace("minVersion: 4.20", "minVersion: 4.20\n      maxVersion: 4.25")
            + """
              requires:
                platform: "[4.21,5)"
                extensions: [{name: hello, version: "1.2"}]
                os: [linux]
            """;
    Golden.matches("needs.txt", Golden.lines(describe(manifest)));
    Golden.matches(
        "needs-faults.txt",
        Golden.lines(
            describe(
                manifest
                    .replace(">=3.9,<4", "3..9")
                    .replace("4.25", "five")
                    .replace("[4.21,5)", "[4.21")
                    .replace("linux", "beos"))));
    Golden.matches(
        "needs-later-faults.txt",
        Golden.lines(describe(manifest.replace(">=3.9,<4", "3..9").replace("[4.21,5)", "[4.21"))));
  }

  @Test
  @Proves("CS-35")
  void theDigestOfTheProgramIsCompared() throws IOException {
    String sha256 = "0123456789abcdef".repeat(4);
    String digest = "    digest: ";
    Golden.matches(
        "digests.txt",
        Stream.of("sha256:" + sha256, "sha512:" + sha256 + sha256, "md5:" + sha256, "12")
            .flatMap(it -> Golden.lines(describe(GOOD + digest + it + "\n")).stream())
            .toList());
    understood(GOOD + digest + PROGRAM_SHA256 + "\n");
    understood(GOOD + digest + "SHA256:" + PROGRAM_SHA256.toUpperCase(Locale.ROOT) + "\n");
  }

  /** Of what the programs of these archives hold. */
  private static final String PROGRAM_SHA256 =
      "cc42155088fca5730758db72b2a5bca33112a941dfaa2d43098ec422ce4ea213";

  @Test
  @Proves("CS-32")
  void oneFolderAtTheTopIsTakenAway() throws IOException {
    Contents wrapped = Archive.of(GOOD).in("mine-main").open(folder);
    assertTrue(dialect.recognises(wrapped));
    Understood understood = assertInstanceOf(Understood.class, dialect.describe("x.zip", wrapped));
    Translation.Bundle bundle =
        assertInstanceOf(
            Translation.Bundle.class, dialect.translate(understood.descriptor(), wrapped));
    assertEquals("mine-main/bin/run.py", bundle.form().files().get("files/bin/run.py"));
  }

  @Test
  @Proves("CS-9")
  void onlyOrchestratorsPrepare() throws IOException {
    String network = GOOD.replace("type: Orchestrator", "type: NetworkOrchestrator");
    understood(network);
    String asks = "  orchestrator: {requiresPrepareVm: true}\n";
    understood(GOOD + asks);
    Golden.matches("prepare.txt", Golden.lines(describe(network + asks)));
  }

  @Test
  @Proves({"CS-3"})
  void anotherTypeIsRefusedNamingBoth() throws IOException {
    Golden.matches(
        "type.txt", Golden.lines(describe(GOOD.replace("type: Orchestrator", "type: Orchestra"))));
  }

  private BundleForm bundle(String manifest) {
    return assertInstanceOf(
            Translation.Bundle.class,
            dialect.translate(understood(manifest).descriptor(), Archive.of(manifest).open(folder)))
        .form();
  }

  private Understood understood(String manifest) {
    return assertInstanceOf(Understood.class, describe(manifest), () -> "" + describe(manifest));
  }

  private Description describe(String manifest) {
    return dialect.describe("x.zip", Archive.of(manifest).open(folder));
  }

  private static void golden(String name, Description description) throws IOException {
    Golden.matches(name, Golden.lines(assertInstanceOf(NotUnderstood.class, description)));
  }
}
