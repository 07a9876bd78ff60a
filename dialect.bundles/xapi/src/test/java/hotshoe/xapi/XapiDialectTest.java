package hotshoe.xapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.ArchiveName;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.SemanticVersions;
import hotshoe.archive.Translation;
import hotshoe.conformance.Proves;
import hotshoe.loader.content.Contents;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.problem.ProblemException;
import hotshoe.translation.Golden;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of archives of XenAPI calls. */
class XapiDialectTest {

  private static final String CALLS =
      """
      name: tools
      version: 1.0.0
      calls:
        host.my_call:
          roles: [vm-admin]
      """;

  @TempDir Path above;

  private final YamlDocuments reader = new YamlDocuments();
  private final XapiDialect dialect = new XapiDialect(reader);

  @Test
  @Proves("XA-43")
  void aDeclarationSaysEverythingOfItsCalls() throws IOException {
    Folder folder =
        new Folder(above)
            .with("calls.yaml", resource("calls.yaml"))
            .with("lib/shared.sh", "true\n")
            .calls("host.inspect", "VM.tag", "pool.close", "pool.old", "session.hello");
    try (Contents contents = folder.open()) {
      Description description = dialect.describe("x", contents);
      Golden.matches("full.txt", Golden.lines(description));
      Translation translation =
          dialect.translate(((Understood) description).descriptor(), contents);
      Golden.matches("full.bundle.txt", Golden.lines(translation, contents, above));
      Golden.matches("full.operations.txt", lines(offers(translation)));
    }
  }

  @Test
  @Proves("XA-43")
  void everythingThatIsWrongWithADeclarationIsToldWithItsPlace() throws IOException {
    Folder folder =
        new Folder(above)
            .with("calls.yaml", resource("faults.yaml"))
            .with("a.plain", "no program")
            .calls(
                "a.types",
                "a.order",
                "a.life",
                "a.roles",
                "a.mode",
                "a.keys",
                "a.last",
                "system.x");
    Golden.matches("faults.txt", refused(folder));
    List<String> shapes =
        refused(new Folder(above).with("calls.yaml", resource("shapes.yaml")).calls("a.b"));
    Golden.matches("shapes.txt", shapes);
  }

  @Test
  void callsThatNobodyDeclaredTakeTextsAndAreForAdministrators() throws IOException {
    Folder folder = new Folder(above).calls("Test.test", "host.my_call").with("README.md", "#\n");
    try (Contents contents = folder.open()) {
      Understood understood = understood("deploy/my-calls-1.2.tar.gz", contents);
      Golden.matches("undeclared.txt", Golden.lines(understood));
      List<Offer> offers = offers(dialect.translate(understood.descriptor(), contents));
      Golden.matches("undeclared.operations.txt", lines(offers));
      assertEquals(
          "HS-XAPI-009: Test.test of my-calls was not run: this host has nothing yet that runs"
              + " executables of XenAPI calls; update the host; the extension can stay installed",
          assertThrows(ProblemException.class, () -> offers.get(0).handler().call(null))
              .problems()
              .get(0)
              .sentence());
    }
  }

  @Test
  void anExecutableWithoutADeclarationIsHintedAt() throws IOException {
    Folder folder =
        new Folder(above)
            .with("calls.yaml", CALLS)
            .with("VM.unmarked", Folder.SCRIPT)
            .calls("host.my_call", "VM.more", "setup.py", "tool");
    try (Contents contents = folder.open()) {
      Golden.matches("hints.txt", Golden.lines(understood("x", contents)));
    }
  }

  @Test
  void theNameComesFromTheDeclarationElseFromTheFolderElseFromTheArchive() throws IOException {
    assertEquals("tools", name("x.zip", new Folder(above).with("calls.yaml", CALLS), ""));
    assertEquals("tools", name("x.zip", new Folder(above).with("calls.yaml", CALLS), "in/"));
    assertEquals("mine", name("x.zip", new Folder(above), "mine-1.2.3/"));
    assertEquals("my-calls", name("deploy/my-calls-1.2.tar.gz", new Folder(above), ""));
    List<String> lines = new ArrayList<>();
    for (String origin :
        List.of(
            "my-calls",
            "my-calls-2",
            "my-calls-1.2",
            "in/my-calls-1.2.0-rc.1.tar.gz",
            "my-calls-2024.01.zip",
            "https://example.com/a/tools_v2.zip",
            "C:\\x\\tools.zip",
            "a b+c.tgz",
            "..zip",
            "1.2.zip",
            "hotshoe.zip",
            "x".repeat(300) + ".zip")) {
      ArchiveName name = ArchiveName.of(origin);
      lines.add(
          (origin.length() > 60 ? origin.length() + " characters" : origin)
              + " -> "
              + name.extension().map(Object::toString).orElse("none")
              + name.version().map(version -> " " + version).orElse(""));
    }
    Golden.matches("names.txt", lines);
    for (String odd : List.of("a-1.zip-2.0.tar.gz", "a-1.0.0-2.0.0", "a-1.0.0-rc-1.5", "a-b_v3")) {
      ArchiveName once = ArchiveName.of(odd);
      String again = once.name() + "-" + SemanticVersions.text(once.version().orElseThrow());
      assertEquals(once, ArchiveName.of(again), "a name and a version are just these");
    }
    Golden.matches("nameless.txt", refused("..zip", new Folder(above).calls("a.b")));
  }

  @Test
  void whatHasNoCallsIsRefused() throws IOException {
    List<String> lines = new ArrayList<>(refused(new Folder(above).with("calls.yaml", "name: x")));
    lines.addAll(refused(new Folder(above).with("calls.yaml", CALLS)));
    lines.addAll(refused(new Folder(above).with("calls.yaml", CALLS).calls("host.my_cal")));
    Golden.matches("without.txt", lines);
  }

  @Test
  void recordsThatDoubleWithEachLevelAreRefused() throws IOException {
    StringBuilder text = new StringBuilder(CALLS + "records:\n  r0: {fields: []}\n");
    for (int i = 1; i <= 30; i++) {
      String below = "r" + (i - 1) + " record";
      text.append("  r" + i + ": {fields: [{name: a, type: " + below + "}, ")
          .append("{name: b, type: " + below + "}]}\n");
    }
    List<String> faults =
        refused(new Folder(above).with("calls.yaml", text.toString()).calls("host.my_call"));
    assertEquals(
        "HS-MANIFEST-014: records.r13.fields holds more than 10000 fields, with those of the"
            + " records in it (x!calls.yaml:20:9); correct it and pack the archive again",
        faults.get(0));
  }

  @Test
  void twoCallsOfOneOperationAreRefused() throws IOException {
    Golden.matches("clash.txt", refused(new Folder(above).calls("a.b_c", "a_b.c")));
  }

  @Test
  void namesAreTakenByteForByte() throws IOException {
    try (Contents contents =
        new Folder(above).calls("VM.tag", "VM.Tag", "vm.tag").with("notes.txt", "").open()) {
      assertFalse(dialect.recognises(contents), "notes are not executable");
    }
    try (Contents contents = new Folder(above).calls("VM.tag", "VM.Tag").open()) {
      List<String> names =
          offers(dialect.translate(understood("x", contents).descriptor(), contents)).stream()
              .map(offer -> offer.description().title())
              .toList();
      assertEquals(List.of("VM.Tag", "VM.tag"), names);
    }
  }

  @Test
  void otherArchivesAreNotRecognised() throws IOException {
    for (Folder other :
        List.of(
            new Folder(above).calls("run.sh"),
            new Folder(above).calls("setup.py", "a.b"),
            new Folder(above).with("a.b", "text"),
            new Folder(above).with("README.md", "#!x").with("LICENSE", ""),
            new Folder(above).calls("a.b").with("lib/x.py", ""),
            new Folder(above).calls("a.b").with("manifest.yaml", ""),
            new Folder(above).calls("a.b.c"),
            new Folder(above).calls("bin/a.b", "bin/c"),
            new Folder(above).with("x/calls.yaml", "").with("y/a", ""))) {
      try (Contents contents = other.open()) {
        assertFalse(dialect.recognises(contents), contents.names()::toString);
      }
    }
    try (Contents contents = new Folder(above).with("only/a.b", "#!/bin/sh\n").open()) {
      assertTrue(dialect.recognises(contents));
    }
  }

  private String name(String origin, Folder folder, String below) throws IOException {
    folder.calls(below + "host.my_call");
    if (!below.isEmpty()) {
      try (Contents contents = folder.open()) {
        Optional<InputStream> top = contents.open("calls.yaml");
        if (top.isPresent()) {
          top.get().close();
          return name(origin, new Folder(above).with(below + "calls.yaml", CALLS), below);
        }
      }
    }
    try (Contents contents = folder.open()) {
      assertTrue(dialect.recognises(contents));
      return understood(origin, contents).descriptor().name().value();
    }
  }

  private Understood understood(String origin, Contents contents) {
    Description description = dialect.describe(origin, contents);
    return assertInstanceOf(Understood.class, description, description::toString);
  }

  private List<String> refused(Folder folder) throws IOException {
    return refused("x", folder);
  }

  private List<String> refused(String origin, Folder folder) throws IOException {
    try (Contents contents = folder.open()) {
      assertTrue(dialect.recognises(contents));
      return Golden.lines(
          assertInstanceOf(NotUnderstood.class, dialect.describe(origin, contents)));
    }
  }

  private List<Offer> offers(Translation translation) {
    return new XapiOperations(
            reader, ((Translation.Bundle) translation).form().components().get(0).properties())
        .operations();
  }

  private static String resource(String name) throws IOException {
    try (InputStream bytes = XapiDialectTest.class.getResourceAsStream("/" + name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> lines(List<Offer> offers) {
    List<String> lines = new ArrayList<>();
    for (Offer offer : offers) {
      OperationDescription operation = offer.description();
      lines.add("=== " + operation.name() + " \"" + operation.title() + "\"");
      lines.add(operation.description());
      for (Field field : operation.parameters()) {
        lines.add("  " + field.name() + ": " + shown(field.type()) + otherwise(field));
      }
      lines.add("  returns " + shown(operation.result()));
      operation.errors().forEach(error -> lines.add("  fails with " + error));
      lines.add("  roles " + sorted(operation.access().anyOf()));
      operation
          .access()
          .keys()
          .forEach(
              key ->
                  lines.add(
                      "  key " + key.parameter() + "/" + key.key() + " " + sorted(key.anyOf())));
      lines.add("  " + operation.traits() + " " + operation.limit() + " " + operation.lifecycle());
    }
    return lines;
  }

  private static List<String> sorted(java.util.Set<String> texts) {
    return texts.stream().sorted().toList();
  }

  private static String otherwise(Field field) {
    return field.defaultValue().map(value -> " = " + value).orElse("")
        + (field.description().isEmpty() ? "" : " (" + field.description() + ")");
  }

  private static String shown(Type type) {
    return type.toString()
        .replace("Text[format=PLAIN, minimumLength=0, maximumLength=2147483647, pattern=]", "text")
        .replace("minimumSize=0, maximumSize=2147483647", "any size")
        .replace("Integer[minimum=-9223372036854775808, maximum=9223372036854775807]", "integer");
  }
}
