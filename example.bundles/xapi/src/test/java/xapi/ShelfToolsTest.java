package xapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Access;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.operation.OperationDescription;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.Hotshoe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example as its user meets it: dropped into a host, and its executables by themselves. */
@Timeout(60)
class ShelfToolsTest {

  private static final Path ARCHIVE = Path.of("target/shelf-tools-1.0.0.tar.gz");

  @Test
  void itsCallsAreInTheCatalogueWithTypesAndRoles() {
    try (Hotshoe hotshoe = Hotshoe.builder().deploy(ARCHIVE).start()) {
      Extension tools = hotshoe.extensions().find(new ExtensionName("shelf-tools")).orElseThrow();
      assertEquals("xapi", tools.dialect());
      assertEquals("1.0.0", tools.version().toString());
      assertEquals(ExtensionState.ACTIVE, tools.state(), () -> tools.problems().toString());
      assertEquals(
          List.of("VM.count_words", "host.greet"),
          hotshoe.operations().list().stream()
              .filter(operation -> operation.name().extension().equals(tools.name()))
              .map(OperationDescription::title)
              .toList());
      OperationDescription count =
          hotshoe.operations().find("shelf-tools.VM_count_words").orElseThrow();
      assertEquals(Access.role("vm-operator"), count.access());
      assertEquals(1L, count.parameters().get(1).defaultValue().orElseThrow());
      String wrong =
          failure(hotshoe, "shelf-tools.VM_count_words", Map.of("text", "a b", "smallest", "x"));
      assertTrue(wrong.contains("smallest"), wrong);
      assertEquals(
          "HS-XAPI-009", failure(hotshoe, "shelf-tools.host_greet", Map.of()).substring(0, 11));
    }
  }

  @Test
  void withoutADeclarationTheFilesAreEnoughAlsoAfterTheCacheOfTheFrameworkIsLost(
      @TempDir Path folder) throws IOException {
    Path archive = folder.resolve("my-tools-1.2.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("host.greet"));
      zip.write(Files.readAllBytes(Path.of("src/main/calls/host.greet")));
    }
    Path home = folder.resolve("home");
    for (int start = 0; start < 2; start++) {
      try (Hotshoe hotshoe = Hotshoe.builder().home(home).start()) {
        if (start == 0) {
          hotshoe.extensions().install(archive);
        }
        Extension tools = hotshoe.extensions().find(new ExtensionName("my-tools")).orElseThrow();
        assertEquals(ExtensionState.ACTIVE, tools.state(), () -> tools.problems().toString());
        assertEquals("1.2.0", tools.version().toString());
        OperationDescription greet = hotshoe.operations().find("my-tools.host_greet").orElseThrow();
        assertEquals(Access.role("pool-admin"), greet.access());
      }
      delete(home.resolve("data/framework"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void theExecutablesAnswerWhatIsWrittenOnTheirStandardInput() throws Exception {
    assertTrue(
        answer("host.greet", "").contains("<value>Hello from a shelf</value>"), "the greeting");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no Python");
    String words = answer("VM.count_words", "<param><value>one two one</value></param>");
    assertTrue(words.contains("<name>one</name>\n<value><int>2</int></value>"), words);
    String none = answer("VM.count_words", "<param><value></value></param>");
    assertTrue(none.contains("NO_WORDS"), none);
  }

  private static String failure(Hotshoe hotshoe, String operation, Map<String, ?> arguments) {
    return assertThrows(
            ProblemException.class, () -> hotshoe.operations().call(operation, arguments))
        .getMessage();
  }

  private static String answer(String call, String parameters)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Path.of("src/main/calls", call).toAbsolutePath().toString(), "--xmlrpc")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text =
        "<?xml version=\"1.0\"?><methodCall><methodName>"
            + call
            + "</methodName><params><param><value>OpaqueRef:session</value></param>"
            + parameters
            + "</params></methodCall>";
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), call + " does not end");
    assertEquals(0, process.exitValue(), answer);
    return answer;
  }
}
