package hotshoe.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.InstallRequest;
import hotshoe.shell.Golden;
import hotshoe.shell.Shell;
import hotshoe.shell.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for archives, on whole command lines. */
class ArchivesTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private Shell shell;
  private Interpreter interpreter;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(folder);
    interpreter =
        new Interpreter(
            shell.processor,
            InputStream.nullInputStream(),
            new PrintStream(output, true, UTF_8),
            new PrintStream(errors, true, UTF_8),
            () -> new Screen(100, false, true));
    interpreter.enter(folder);
  }

  @AfterEach
  void close() throws Exception {
    shell.close();
  }

  private String run(String line) {
    output.reset();
    assertEquals(Ending.GOOD, interpreter.run(line), () -> errors.toString(UTF_8));
    return output.toString(UTF_8);
  }

  @Test
  void aPlanIsShownStepByStepWithWhatFollowsFromIt() {
    String possible = run("ext:plan billing.zip --force");
    String refused = run("ext:plan https://example.org/billing.zip");
    Golden.assertMatches("plan.txt", possible + "\n" + refused);
  }

  @Test
  void aPlanForProgramsKeepsItsShape() {
    Golden.assertMatches(
        "plan.json", run("ext:plan https://example.org/billing.zip --json --force"));
    Golden.assertMatches("versions.json", run("ext:versions hello --json"));
  }

  @Test
  void sourcesAreAskedForAsTheyAreWritten() {
    run("ext:plan sub/../billing.zip --force --ref v2.0");
    assertEquals(
        Ending.FAILED,
        interpreter.run("ext:install https://example.org/x --digest abc --disabled"));
    assertEquals(
        List.of(
            new InstallRequest(
                folder.resolve("billing.zip").toString(),
                Optional.of("v2.0"),
                Optional.empty(),
                true,
                false),
            new InstallRequest(
                "https://example.org/x", Optional.empty(), Optional.of("abc"), false, true)),
        shell.extensions.requests);
  }

  @Test
  void versionsAreATableAndOneCanBeGoneBackTo() {
    Golden.assertMatches(
        "versions.txt",
        run("ext:versions hello")
            + run("ext:rollback hello")
            + run("ext:rollback hello 0.8.0")
            + run("ext:rollback hello 0.8.0 --plan"));
    assertEquals(Ending.FAILED, interpreter.run("ext:rollback hello new"));
    assertTrue(errors.toString(UTF_8).startsWith("HS-SHELL-030"), errors.toString(UTF_8));
  }

  @Test
  void anArchiveIsWrittenWhereOneIsAndOverNothing() throws Exception {
    assertTrue(run("ext:export hello").contains("hello-1.0.0.jar, 5 bytes, sha256 0123"));
    assertEquals("hello", Files.readString(folder.resolve("hello-1.0.0.jar")));
    run("ext:export hello other.jar");
    assertEquals("hello", Files.readString(folder.resolve("other.jar")));
    assertEquals(Ending.FAILED, interpreter.run("ext:export hello other.jar"));
    assertTrue(errors.toString(UTF_8).startsWith("HS-SHELL-032"), errors.toString(UTF_8));
  }

  @Test
  void whatAnExtensionWroteStaysUnlessSomebodySaysOtherwise() {
    assertTrue(run("ext:uninstall hello --plan").contains("hello is uninstalled"));
    run("ext:uninstall hello");
    run("ext:uninstall core --clean");
    assertEquals(List.of(false, true), shell.extensions.cleaned);
  }

  @Test
  void anExtensionTellsWhereItCameFrom() {
    Golden.assertMatches("extension-provenance.txt", run("ext:info hello"));
  }
}
