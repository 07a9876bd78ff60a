package hotshoe.cloudstack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.archive.Contents;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Translation;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.loader.form.BundleWriter;
import hotshoe.translation.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundles that become of CloudStack's archives. */
class TranslationTest {

  static final String FULL =
      Archive.GOOD
              .replace("metadata:\n", "metadata:\n  homepage: https://example.com/mine\n")
              .replace("path: bin/run.py", "path: bin/run.py\n    language: python>=3.8")
          + """
            orchestrator: {requiresPrepareVm: true}
            details: {region: "eu \\u2028 <1>", "key two": "x\\ny"}
          source: {type: git, url: "https://example.com/mine.git"}
          customActions:
            - name: Backup now
              displayName: Back up
              description: "Makes a backup.\\nAt once."
              resourcetype: virtualMachine
              enabled: true
              timeout: 600
              allowedroletypes: [User, Admin]
              successmessage: "{{actionName}} of {{resourceName}} is done"
              errormessage: "{{extensionName}} could not"
              details: {vendor: "\\ud83d\\ude00 & co"}
              parameters:
                - {name: kind, type: STRING, required: true, valueoptions: "full, incremental,"}
                - {name: days, type: NUMBER}
                - {name: share, type: number, validationformat: DECIMAL, valueoptions: "0.5,1"}
                - {name: notify, type: BOOLEAN}
                - {name: until, type: DATE}
                - {name: mail, type: STRING, validationformat: EMAIL}
                - {name: pass, type: STRING, validationformat: PASSWORD}
                - {name: link, type: STRING, validationformat: URL}
                - {name: id, type: STRING, validationformat: UUID}
            - name: idle
          """;

  @TempDir Path folder;

  private final CloudStackDialect dialect = new CloudStackDialect(new YamlDocuments());

  @Test
  void aNameWithDotsWhereSymbolicNamesHaveNoneBecomesABundle() throws IOException {
    Map<String, String> names = Map.of("dot.", "dot.-", "dots..", "dots.-.-", "a..b", "a.-.b");
    for (Map.Entry<String, String> name : names.entrySet()) {
      String manifest = FULL.replaceFirst("(?m)^  name: .*$", "  name: " + name.getKey());
      Translation.Bundle bundle = translated(Archive.of(manifest).open(folder));
      assertEquals("cloudstack." + name.getValue(), bundle.form().symbolicName());
    }
  }

  @Test
  void everythingThatAManifestSaysIsInTheBundle() throws IOException {
    Contents contents = Archive.of(FULL).open(folder);
    Golden.matches("full.bundle.txt", Golden.lines(translated(contents), contents, folder));
  }

  @Test
  void aNetworkOrchestratorHasTheCommandsOfItsServicesAndItsActions() throws IOException {
    Contents contents =
        Archive.of(
                Archive.GOOD.replace("type: Orchestrator", "type: NetworkOrchestrator")
                    + "  details: {network.services: PortForwarding}\n"
                    + "customActions: [{name: flush, resourcetype: Network}, {name: any}]\n")
            .open(folder);
    Golden.matches("network.bundle.txt", Golden.lines(translated(contents), contents, folder));
  }

  @Test
  void theSameArchiveGivesTheSameBytes() throws IOException {
    byte[] first = written("first.jar");
    assertArrayEquals(first, written("second.jar"));
    assertEquals('P', first[0]);
  }

  private byte[] written(String name) throws IOException {
    Contents contents = Archive.of(FULL).open(folder);
    Path jar = folder.resolve(name);
    BundleWriter.write(translated(contents).form(), contents, jar);
    return Files.readAllBytes(jar);
  }

  private Translation.Bundle translated(Contents contents) {
    Understood understood =
        assertInstanceOf(
            Understood.class,
            dialect.describe("x.zip", contents),
            () -> "" + dialect.describe("x.zip", contents));
    return assertInstanceOf(
        Translation.Bundle.class, dialect.translate(understood.descriptor(), contents));
  }
}
