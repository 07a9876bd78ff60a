package hotshoe.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.shell.Golden;
import hotshoe.shell.Shell;
import hotshoe.shell.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterTest {

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
    interpreter.close();
    shell.close();
  }

  @Test
  void aCommandShowsWhatItReturns() {
    assertEquals(Ending.GOOD, interpreter.run("ext:list"));
    assertTrue(output.toString(UTF_8).startsWith("EXTENSION "), output.toString(UTF_8));
  }

  @Test
  void commandsOfTheHostAnswerToTheirBareNames() {
    assertEquals(Ending.GOOD, interpreter.run("config | grep shell.socket"));
    assertTrue(output.toString(UTF_8).contains("default"), output.toString(UTF_8));
  }

  @Test
  void everyPartOfALineShowsItsResult() {
    interpreter.run("echo one; (ext:info hello) version");
    assertEquals("one\n1.0.0\n", output.toString(UTF_8));
  }

  @Test
  void pipesAndLoopsWorkOnValues() {
    interpreter.run("each (ext:list) { echo $it }");
    assertEquals("core\nhello\nhello.world\n", output.toString(UTF_8));
    output.reset();
    interpreter.run("ext:list | grep WAITING");
    assertEquals(1, output.toString(UTF_8).lines().count());
  }

  @Test
  void grepThatFindsNothingEndsWithOneAndIsNoFailure() {
    assertEquals(new Ending(1, false), interpreter.run("ext:list | grep nosuch"));
  }

  @Test
  void aResultCanGoToAFile() throws Exception {
    assertEquals(Ending.GOOD, interpreter.run("ext:list > list.txt"));
    assertTrue(Files.readString(folder.resolve("list.txt")).contains("hello.world"));
    assertEquals("", output.toString(UTF_8));
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearest() {
    assertEquals(Ending.FAILED, interpreter.run("ext:lst"));
    assertEquals(
        """
        HS-SHELL-001  there is no command 'ext:lst'
          to do  did you mean ext:list?
        """,
        errors.toString(UTF_8));
  }

  @Test
  void anAmbiguousNameIsAnsweredWithTheCandidates() {
    interpreter.run("ext:info ell");
    assertTrue(
        errors.toString(UTF_8).contains("did you mean hello or hello.world?"),
        errors.toString(UTF_8));
  }

  @Test
  void aNameMayBeWrittenInAnyCase() {
    assertEquals(Ending.GOOD, interpreter.run("(ext:info HELLO) state"));
    assertEquals("ACTIVE\n", output.toString(UTF_8));
  }

  @Test
  void somethingThatIsNoNameAtAllIsAnsweredInWords() {
    assertEquals(Ending.FAILED, interpreter.run("ext:info '../etc'"));
    assertTrue(errors.toString(UTF_8).contains("HS-SHELL-004"), errors.toString(UTF_8));
    errors.reset();
    assertEquals(Ending.FAILED, interpreter.run("slice:info 'no slice'"));
    assertTrue(errors.toString(UTF_8).contains("HS-SHELL-005"), errors.toString(UTF_8));
  }

  @Test
  void wrongArgumentsAreAnsweredWithTheUsage() {
    assertEquals(Ending.FAILED, interpreter.run("ext:info a b"));
    assertEquals(
        """
        HS-SHELL-002  'ext:info' does not take these arguments
          to do  use ext:info NAME
        """,
        errors.toString(UTF_8));
  }

  @Test
  void aLineThatCannotBeReadSaysWhy() {
    assertEquals(Ending.FAILED, interpreter.run("echo \"open"));
    assertTrue(errors.toString(UTF_8).startsWith("HS-SHELL-003"), errors.toString(UTF_8));
  }

  @Test
  void aRefusalShowsEveryProblemAndFails() {
    assertEquals(Ending.FAILED, interpreter.run("ext:install nosuch.jar"));
    String told = errors.toString(UTF_8);
    assertTrue(told.startsWith("Refused; nothing was changed:"), told);
    assertTrue(told.contains("HS-ARCHIVE-001") && told.contains("HS-ARCHIVE-002"), told);
    assertTrue(told.contains(folder.resolve("nosuch.jar").toString()), told);
  }

  @Test
  void relativePathsStartWhereTheCallerIs() throws Exception {
    Files.writeString(folder.resolve("new.jar"), "");
    assertEquals(Ending.GOOD, interpreter.run("ext:install new.jar"));
    assertEquals("installed 1.0.0 is installed and active.\n", output.toString(UTF_8));
  }

  @Test
  void whatFollowsAFailureIsNotRun() {
    assertEquals(Ending.FAILED, interpreter.run("ext:info nosuch; stop"));
    assertEquals(1, shell.host.stopped.getCount());
  }

  @Test
  void stopStopsTheHost() {
    assertEquals(Ending.GOOD, interpreter.run("stop"));
    assertEquals(0, shell.host.stopped.getCount());
  }

  @Test
  void anUnforeseenFailureIsToldPlainly() {
    assertEquals(Ending.FAILED, interpreter.run("throw oh"));
    assertTrue(errors.toString(UTF_8).startsWith("HS-SHELL-006"), errors.toString(UTF_8));
    assertFalse(errors.toString(UTF_8).contains("\tat "), errors.toString(UTF_8));
  }

  @Test
  void anInterruptedCommandEndsAndTheSessionGoesOnWithItsVariables() throws Exception {
    interpreter.run("kept = 7");
    output.reset();
    CompletableFuture<Ending> endless =
        CompletableFuture.supplyAsync(() -> interpreter.run("while { true } { echo x }"));
    while (!output.toString(UTF_8).contains("x\n")) {
      Thread.onSpinWait();
    }
    interpreter.interrupt();
    assertEquals(Ending.INTERRUPTED, endless.get(20, TimeUnit.SECONDS));
    output.reset();
    assertEquals(Ending.GOOD, interpreter.run("echo $kept"));
    assertTrue(output.toString(UTF_8).endsWith("7\n"), output.toString(UTF_8));
  }

  @Test
  void helpListsTheCommandsInGroups() {
    interpreter.run("help");
    Golden.assertMatches("help.txt", output.toString(UTF_8));
  }

  @Test
  void helpForOneCommandShowsUsageParametersAndExamples() {
    interpreter.run("help slice:graph");
    Golden.assertMatches("help-slice-graph.txt", output.toString(UTF_8));
  }

  @Test
  void helpForACommandThatNobodyKnowsOffersTheNearest() {
    assertEquals(Ending.FAILED, interpreter.run("help grph"));
    assertTrue(errors.toString(UTF_8).contains("HS-SHELL-001"), errors.toString(UTF_8));
  }

  @Test
  void theDumpShowsThreadsAndSlices() {
    interpreter.run("dump");
    String dump = output.toString(UTF_8);
    assertTrue(dump.contains("hotshoe.shell.command.Dump.now"), dump);
    assertTrue(dump.contains("core.transport"), dump);
  }
}
