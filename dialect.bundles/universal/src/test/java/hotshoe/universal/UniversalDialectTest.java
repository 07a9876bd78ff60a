package hotshoe.universal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.PythonVersions;
import hotshoe.archive.Translation;
import hotshoe.conformance.Proves;
import hotshoe.conformance.Samples;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.loader.form.BundleWriter;
import hotshoe.problem.Problem;
import hotshoe.translation.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of archives of Universal Extensions. */
class UniversalDialectTest {

  private static final String FULL =
      """
      extension:
        name: ue-demo
        version: 1.2.0-rc.1+5
        api_level: "1.4.0"
        requires_python: ">=3.6,!=3.9.*"
        python_extra_paths: ${extension_zip}/lib:${extension_zip}/test/lib
        zip_safe: False
        description: Shows what can be said
      owner:
        name: Anna ; Bert
        organization: A House
        email: anna@example.com
      comments: |
        First line.
        Second line.
      hotshoe:
        requires:
          os: [linux]
          extensions:
            - {name: hello, version: "[1,2)"}
      """;

  @TempDir Path folder;

  private final UniversalDialect dialect = new UniversalDialect(new YamlDocuments());

  @Test
  @Proves("UE-1")
  void everythingTheManifestSaysCanBeSeenAfterwards() throws IOException {
    Archive archive =
        Archive.of(FULL)
            .with("lib/a.py", "")
            .with("test/lib/b.py", "")
            .with("EGG-INFO/PKG-INFO", "Name: ue-demo\n")
            .with("dep/ue_demo-1.2.0rc1-cp311-cp311-linux_x86_64.whl", "")
            .with("dep/ue_demo-1.1.0-cp311-cp311-linux_x86_64.whl", "");
    try (AutoClosing opened = new AutoClosing(archive.open(folder))) {
      Description description = dialect.describe("x.zip", opened.contents);
      Golden.matches("full.txt", Golden.lines(description));
      Golden.matches("full.bundle.txt", bundle(description, opened.contents));
    }
  }

  @Test
  @Proves("UE-2")
  void whatIsMissingIsNamed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String manifest :
        List.of(
            "owner: {name: me}\n",
            "extension:\n",
            "extension:\n  requires_python: '>=3'\n",
            "extension: {}\n",
            "[]\n",
            "")) {
      lines.add("=== " + manifest.replace("\n", "\\n"));
      lines.addAll(refused(manifest));
    }
    Golden.matches("missing.txt", lines);
  }

  @Test
  @Proves("UE-3")
  void aNumberIsNoTextAndATextIsNoTruth() throws IOException {
    Golden.matches(
        "types.txt",
        refused(
            """
            extension:
              name: 7
              version: 1.0
              api_level: 1.4
              requires_python: 3
              zip_safe: "false"
            owner: me
            comments: [a, b]
            """));
    for (String truth : List.of("False", "True", "false", "true", "yes", "no", "Off")) {
      assertEquals(
          "ue-demo 1.3.8",
          understood(
                  Archive.GOOD.replace("version: 1.2.0", "version: 1.3.8")
                      + "  zip_safe: "
                      + truth
                      + "\n")
              .descriptor()
              .toString());
    }
  }

  @Test
  @Proves("UE-4")
  void unknownKeysAreKeptAndWarnedOf() throws IOException {
    String manifest =
        Archive.GOOD
            + "  description: What it does\n  require_python: '>=3.6'\n"
            + "owner: {name: me, email: me@example.com, phone: 1}\nfavourites: [1, 2]\n";
    Understood understood = understood(manifest);
    Golden.matches("unknown.txt", Golden.lines(understood));
    try (AutoClosing opened = new AutoClosing(Archive.of(manifest).open(folder))) {
      Translation.Bundle bundle =
          (Translation.Bundle) dialect.translate(understood.descriptor(), opened.contents);
      assertEquals("extension.yml", bundle.form().files().get("files/extension.yml"));
    }
  }

  @Test
  @Proves("UE-5")
  void anArchiveWithoutItsTwoFilesAtTheRootIsRefused() throws IOException {
    List<String> lines = new ArrayList<>();
    Map.of(
            "1 no program", Archive.of(Archive.GOOD).without("extension.py"),
            "2 no manifest", Archive.of(Archive.GOOD).without("extension.yml"),
            "3 a folder too deep",
                Archive.empty()
                    .with("src/extension.yml", Archive.GOOD)
                    .with("src/extension.py", ""))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              lines.add("=== " + entry.getKey());
              lines.addAll(
                  Golden.lines(assertInstanceOf(NotUnderstood.class, describe(entry.getValue()))));
            });
    Golden.matches("root.txt", lines);
  }

  @Test
  @Proves("UE-6")
  void versionsAreSemanticAndLevelsThreeNumbers() throws IOException {
    for (String version : List.of("1.2.0-rc.1", "1.2.0+build.7", "0.0.1-a-b.10+x")) {
      understood(Archive.GOOD.replace("1.2.0", version));
    }
    List<String> lines = new ArrayList<>();
    for (String version : List.of("1.2.0.4", "v1.2.0", "1.02.0", "'1.2'", "one", "1.2.0-")) {
      lines.addAll(refused(Archive.GOOD.replace("1.2.0", version)));
    }
    for (String level : List.of("'1.4'", "1.4.0.0", "1.4.x", "v1.4.0", "1.-4.0", "'1. 4.0'")) {
      lines.addAll(refused(Archive.GOOD.replace("1.4.0", level)));
    }
    Golden.matches("versions.txt", lines);
  }

  @Test
  @Proves("UE-7")
  void zipSafeIsKnownFromItsLevelOn() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String level : List.of("1.3.9", "1.1.0", "0.9.0")) {
      for (String safe : List.of("true", "false")) {
        lines.addAll(refused(Archive.GOOD.replace("1.4.0", level) + "  zip_safe: " + safe + "\n"));
      }
    }
    Golden.matches("zip-safe.txt", lines);
    for (String level : List.of("1.4.0", "1.10.0", "2.0.0")) {
      understood(Archive.GOOD.replace("1.4.0", level) + "  zip_safe: false\n");
    }
    assertEquals("true", headers(Archive.of(Archive.GOOD)).get("Universal-Zip-Safe"));
    assertEquals(
        "false", headers(Archive.of(Archive.GOOD + "  zip_safe: no\n")).get("Universal-Zip-Safe"));
  }

  @Test
  @Proves({"UE-8", "UE-9", "UE-10", "UE-11"})
  void requiresPythonIsARequirementAndItsFaultsHaveAPlace() throws IOException {
    assertEquals(
        PythonVersions.parse(">=2.7").requirement(),
        understood(Archive.GOOD).descriptor().needs().get(1));
    String clauses = ">=3.6, !=3.8.*,==3*";
    Understood understood = understood(Archive.GOOD + "  requires_python: '" + clauses + "'\n");
    assertEquals(
        PythonVersions.parse(clauses).requirement(), understood.descriptor().needs().get(1));
    List<String> lines = new ArrayList<>(Golden.lines(understood));
    for (String wrong : List.of("~=3.6", ">=3,3.6", ">=3.*")) {
      lines.addAll(refused(Archive.GOOD + "  requires_python: '" + wrong + "'\n"));
    }
    Golden.matches("python.txt", lines);
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlace() throws IOException {
    Golden.matches(
        "faults.txt",
        refused(
            """
            extension:
              name: a..b
              version: one
              api_level: "1.0"
              requires_python: "~=3"
              python_extra_paths: "${extension_zip}/../x::${home}/lib"
              zip_safe: true
            hotshoe:
              requires:
                extensions: [{name: hello, version: "[1,x)"}]
            """));
    Golden.matches("host.txt", refused(Archive.GOOD.replace("ue-demo", "Hotshoe")));
  }

  @Test
  void foldersThatAreNotThereAreWarnedOf() throws IOException {
    Golden.matches(
        "folders.txt",
        Golden.lines(
            understood(
                Archive.GOOD
                    + "  python_extra_paths: ${extension_zip}/lib:/opt/lib:${extension_zip}\n")));
  }

  @Test
  void aTemplatePackageIsTheExtensionInIt() throws IOException {
    byte[] inner = Archive.of(FULL).with("lib/a.py", "").with("test/lib/b.py", "").bytes();
    Archive template =
        Archive.empty()
            .with("template.json", "{\"name\": \"Demo Task\", \"extension\": \"ue-demo\"}")
            .with("template_icon.png", new byte[] {1, 2})
            .with("extension_archive.zip", inner);
    try (AutoClosing opened = new AutoClosing(template.open(folder))) {
      assertTrue(dialect.recognises(opened.contents));
      Description description = dialect.describe("x.zip", opened.contents);
      assertEquals("Demo Task", ((Understood) description).descriptor().title());
      Golden.matches("package.bundle.txt", bundle(description, opened.contents));
      assertArrayEquals(
          inner, opened.contents.open("extension_archive.zip").orElseThrow().readAllBytes());
    }
  }

  @Test
  void aTemplatePackageThatHoldsNoExtensionIsRefusedInWords() throws IOException {
    Archive form = Archive.empty().with("template.json", "{\"name\": \"Demo\"}");
    List<String> lines =
        new ArrayList<>(refused(Archive.empty().with("template.json", "{\"name\": \"Hotshoe\"}")));
    for (byte[] inner :
        List.of(
            new byte[0],
            "no zip".getBytes(StandardCharsets.UTF_8),
            Archive.empty().with("x", "").bytes(),
            Archive.of("extension: {name: a}").bytes(),
            Archive.of(Archive.GOOD).with("../x", "").bytes(),
            renamed(Archive.of(Archive.GOOD).with("lib/a1.py", "").with("lib/a2.py", "").bytes()),
            Archive.of(Archive.GOOD).with("zeros", new byte[300 << 20]).bytes())) {
      lines.addAll(refused(form.with("extension_archive.zip", inner)));
    }
    Golden.matches("packages.txt", lines);
  }

  @Test
  void aFormWithoutAnExtensionIsKeptAndOffersNothing() throws IOException {
    Archive form =
        Archive.empty()
            .with("template.json", "{\"name\": \"Demo Task/2\", \"templateType\": \"Script\"}")
            .with("template_icon.png", new byte[] {1});
    try (AutoClosing opened = new AutoClosing(form.open(folder))) {
      Description description = dialect.describe("x.zip", opened.contents);
      List<String> lines = new ArrayList<>(Golden.lines(description));
      lines.addAll(bundle(description, opened.contents));
      Golden.matches("form.bundle.txt", lines);
    }
  }

  @Test
  void otherArchivesAreNotRecognised() {
    for (Archive other :
        List.of(
            Archive.empty().with("manifest.yaml", ""),
            Archive.empty().with("template.json", "{}").with("readme.txt", ""),
            Archive.empty().with("a/extension.yml", "").with("b/extension.py", ""))) {
      assertFalse(dialect.recognises(other.open(folder)));
    }
  }

  @Test
  void theSameArchiveGivesTheSameBytes() throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (AutoClosing opened = new AutoClosing(Archive.of(Archive.GOOD).open(folder))) {
        Path jar = folder.resolve("bundle" + i);
        Translation.Bundle bundle =
            (Translation.Bundle)
                dialect.translate(
                    ((Understood) dialect.describe("x" + i + ".zip", opened.contents)).descriptor(),
                    opened.contents);
        BundleWriter.write(bundle.form(), opened.contents, jar);
        bytes.add(Files.readAllBytes(jar));
      }
    }
    assertArrayEquals(bytes.get(0), bytes.get(1));
  }

  @Test
  void aFolderToImportFromHasANameOnOneLine() throws IOException {
    String manifest =
        "extension:\n  name: mine\n  version: 1.0.0\n  api_level: 1.2.0\n"
            + "  python_extra_paths: \"lib\\nmore\"\n";
    Description description = describe(Archive.of(manifest));
    assertTrue(description.toString().contains("holds a line break"), description::toString);
  }

  @Test
  void everyOpenSampleIsUnderstood() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : Samples.files("universal", ".yml")) {
      lines.add("=== " + file.getFileName());
      Archive archive = Archive.of(Files.readString(file));
      lines.addAll(Golden.lines(assertInstanceOf(Understood.class, describe(archive))));
      archive.with(
          "template.json", Files.readAllBytes(file.resolveSibling("aws-m2.template.json")));
      lines.addAll(Golden.lines(assertInstanceOf(Understood.class, describe(archive))));
    }
    if (!lines.isEmpty()) {
      Golden.matches("samples.txt", lines);
    }
  }

  /** No honest tool writes a name twice. */
  private static byte[] renamed(byte[] zip) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    return text.replace("lib/a2.py", "lib/a1.py").getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<String> bundle(Description description, Contents contents) throws IOException {
    Translation translation = dialect.translate(((Understood) description).descriptor(), contents);
    return Golden.lines(translation, contents, folder);
  }

  private Map<String, String> headers(Archive archive) {
    try (AutoClosing opened = new AutoClosing(archive.open(folder))) {
      Understood understood = (Understood) dialect.describe("x.zip", opened.contents);
      return ((Translation.Bundle) dialect.translate(understood.descriptor(), opened.contents))
          .form()
          .headers();
    }
  }

  private Understood understood(String manifest) {
    Description description = describe(Archive.of(manifest));
    return assertInstanceOf(Understood.class, description, description::toString);
  }

  private List<String> refused(String manifest) {
    return refused(Archive.of(manifest));
  }

  private List<String> refused(Archive archive) {
    return Golden.lines(assertInstanceOf(NotUnderstood.class, describe(archive)));
  }

  private Description describe(Archive archive) {
    try (AutoClosing opened = new AutoClosing(archive.open(folder))) {
      assertTrue(dialect.recognises(opened.contents));
      Description description = dialect.describe("x.zip", opened.contents);
      if (description instanceof NotUnderstood refused) {
        assertFalse(refused.problems().stream().map(Problem::sentence).toList().isEmpty());
      }
      return description;
    }
  }

  /** Contents that are closed without a word. */
  private record AutoClosing(Contents contents) implements AutoCloseable {
    @Override
    public void close() {
      try {
        ((AutoCloseable) contents).close();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
