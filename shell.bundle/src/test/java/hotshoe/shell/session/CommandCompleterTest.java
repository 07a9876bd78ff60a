package hotshoe.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.shell.Shell;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.shell.text.Screen;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandCompleterTest {

  @TempDir private Path folder;

  private Shell shell;
  private Interpreter interpreter;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(folder);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    interpreter =
        new Interpreter(
            shell.processor, InputStream.nullInputStream(), nowhere, nowhere, () -> Screen.FILE);
    interpreter.enter(folder);
  }

  @AfterEach
  void close() throws Exception {
    interpreter.close();
    shell.close();
  }

  @Test
  void anEmptyLineOffersTheCommands() throws Exception {
    List<String> offered = offered("");
    assertTrue(
        offered.containsAll(List.of("ext:list", "slice:graph", "status", "help", "grep")),
        offered.toString());
  }

  @Test
  void aBegunCommandIsCompletedAlsoWithItsScope() throws Exception {
    assertTrue(offered("sta").contains("status"));
    assertTrue(offered("hotshoe:sta").contains("hotshoe:status"));
    assertTrue(offered("ext:i").containsAll(List.of("ext:info", "ext:install")));
  }

  @Test
  void commandsThatTakeAnExtensionOfferTheInstalledOnes() throws Exception {
    assertEquals(List.of("core", "hello", "hello.world"), offered("ext:info h"));
    assertEquals(List.of("core", "hello", "hello.world"), offered("ext:disable "));
  }

  @Test
  void theGraphOffersItsOptionsAndTheSlices() throws Exception {
    List<String> offered = offered("slice:graph ");
    assertTrue(offered.containsAll(List.of("--dot", "--json", "core.server")), offered.toString());
    assertTrue(!offered("slice:graph --dot ").contains("--dot"));
  }

  @Test
  void helpOffersCommands() throws Exception {
    assertTrue(offered("help ext:i").contains("ext:info"));
  }

  @Test
  void installOffersFiles() throws Exception {
    Files.writeString(folder.resolve("hello-1.0.0.jar"), "");
    assertTrue(offered("ext:install hel").contains("hello-1.0.0.jar"));
  }

  @Test
  void afterAPipeOrASemicolonACommandBeginsAnew() throws Exception {
    assertTrue(offered("ext:list | gr").contains("grep"));
    assertTrue(offered("ext:list | ").contains("grep"));
    assertTrue(offered("status; ext:info ").contains("hello"));
    assertTrue(offered("echo 'a | b' ; ext:l").contains("ext:list"));
  }

  private List<String> offered(String line) throws Exception {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(
                new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream()))
            .build();
    ParsedLine parsed = new LineParser().parse(line, line.length(), ParseContext.COMPLETE);
    List<Candidate> candidates = new ArrayList<>();
    new CommandCompleter(interpreter, this::names).complete(reader, parsed, candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  private List<String> names(Kind kind) {
    return kind == Kind.EXTENSION
        ? shell.extensions.list().stream().map(e -> e.name().value()).toList()
        : shell.slices.list().stream().map(s -> s.name().value()).toList();
  }
}
