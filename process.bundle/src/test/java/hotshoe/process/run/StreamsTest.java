package hotshoe.process.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessFacts;
import hotshoe.process.ProcessInput;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.ProcessOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path home;
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(home);
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  @Test
  @Proves("CS-65")
  void aMebibyteOnBothStreamsNeitherBlocksNorMixes() throws IOException {
    Path script =
        stage.script(
            "both.sh",
            "#!/bin/sh",
            "echo '{\"begin\": 1'",
            "head -c 1048576 /dev/zero | tr '\\0' e >&2",
            "head -c 1048576 /dev/zero | tr '\\0' ' '",
            "echo ', \"end\": 2}'");
    ProcessFacts facts = Stage.facts(stage.processes.run(order(script)));
    assertEquals(
        "{\"begin\": 1\n" + " ".repeat(MEBIBYTE) + ", \"end\": 2}\n", whole(facts.output()));
    assertEquals("e".repeat(MEBIBYTE), whole(facts.errorOutput()));
    assertFalse(facts.errorOutput().isSpilled());
    assertEquals(List.of(), facts.notes());
  }

  private static ProcessOrder order(Path script) {
    return ProcessOrder.of("test", script.toString());
  }

  private static String whole(ProcessOutput output) throws IOException {
    try (InputStream stream = output.open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void outputThatIsTooMuchForMemoryGoesToAFileThatNobodySees() throws IOException {
    var limits = ProcessLimits.none().withOutput(10, 1000);
    ProcessEnd end =
        stage.processes.run(stage.sh("printf 'abcdefghijklmnopqrstuvwxyz'").within(limits));
    ProcessFacts facts = Stage.facts(end);
    assertEquals("abcdefghij", facts.output().text());
    assertTrue(facts.output().isSpilled());
    assertFalse(facts.output().isTruncated());
    assertEquals("abcdefghijklmnopqrstuvwxyz", whole(facts.output()));
    assertEquals(List.of(), facts.notes());
    assertTrue(stage.files().stream().noneMatch(file -> file.toString().contains("output")));
    facts.output().close();
  }

  @Test
  void outputThatIsTooMuchForTheDiskToIsCountedDroppedAndSaid() throws IOException {
    var limits = ProcessLimits.none().withOutput(1000, 100_000);
    ProcessEnd end = stage.processes.run(stage.sh("head -c 10000000 /dev/zero").within(limits));
    ProcessFacts facts = Stage.facts(end);
    assertTrue(end.isSuccess());
    assertEquals(10_000_000, facts.output().size());
    assertEquals(100_000, whole(facts.output()).length());
    assertTrue(facts.output().isTruncated());
    assertEquals(List.of("HS-PROCESS-012"), Stage.codes(end));
  }

  @Test
  void aCutThroughACharacterIsNoDefectOfTheProcess() {
    var limits = ProcessLimits.none().withOutput(4, 4);
    ProcessFacts facts =
        Stage.facts(stage.processes.run(stage.sh("printf 'abc\\303\\251'").within(limits)));
    assertEquals("abc", facts.output().text());
    assertFalse(facts.output().isMalformed());
  }

  @Test
  void whatIsNoUtf8IsReplacedAndSaid() {
    List<String> heard = new CopyOnWriteArrayList<>();
    ProcessEnd end =
        stage.processes.run(
            stage.sh("printf 'ok \\377\\303 fine\\n\\342\\202\\254'"),
            ProcessListener.to(heard::add, text -> {}));
    assertEquals("ok \uFFFD\uFFFD fine\n€", Stage.facts(end).output().text());
    assertEquals(List.of("ok \uFFFD\uFFFD fine\n", "€"), heard);
    assertTrue(Stage.facts(end).output().isMalformed());
    assertEquals(List.of("HS-PROCESS-013"), Stage.codes(end));
  }

  @Test
  void linesAreHeardWhileTheProcessRuns() throws IOException {
    Path go = home.resolve("go");
    List<String> heard = new CopyOnWriteArrayList<>();
    var running =
        stage.processes.start(
            stage.sh(
                "printf 'fi'; printf 'rst\\n'; echo wrong >&2",
                "while [ ! -e '" + go + "' ]; do sleep 0.01; done",
                "echo second"),
            ProcessListener.to(heard::add, text -> heard.add("E:" + text)));
    Stage.until(() -> heard.contains("first\n") && heard.contains("E:wrong\n"));
    Files.createFile(go);
    assertTrue(running.await().isSuccess());
    assertEquals("second\n", heard.get(2));
  }

  @Test
  void aListenerThatFailsIsNotToldMoreAndSpoilsNothing() {
    List<String> heard = new CopyOnWriteArrayList<>();
    ProcessEnd end =
        stage.processes.run(
            stage.sh("echo one; sleep 0.1; echo two"),
            ProcessListener.to(
                text -> {
                  heard.add(text);
                  throw new IllegalStateException("deaf");
                },
                text -> {}));
    assertEquals("one\ntwo\n", Stage.output(end));
    assertEquals(List.of("one\n"), heard);
    assertEquals(List.of("HS-PROCESS-019"), Stage.codes(end));
  }

  @Test
  void tenMegabytesForAProcessThatClosesItsInputAtOnceDoNotHang() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh("exec 0<&-; sleep 0.2; echo done")
                .withInput(ProcessInput.of(new byte[10_000_000])));
    assertEquals("done\n", Stage.output(end));
    assertEquals(List.of("HS-PROCESS-014"), Stage.codes(end));
  }

  @Test
  void tenMegabytesGoThroughBothWaysAtATime() throws IOException {
    byte[] bytes = "äöü€\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    ProcessEnd end = stage.processes.run(stage.sh("cat").withInput(ProcessInput.of(bytes)));
    assertEquals(new String(bytes, StandardCharsets.UTF_8), whole(Stage.facts(end).output()));
    assertEquals(List.of(), Stage.codes(end));
  }

  @Test
  void inputMayBeATextAFileOrNothing() throws IOException {
    Path file = Files.writeString(home.resolve("input"), "from a file");
    assertEquals(
        "a text ä",
        Stage.output(
            stage.processes.run(stage.sh("cat").withInput(new ProcessInput.Text("a text ä")))));
    assertEquals(
        "from a file",
        Stage.output(stage.processes.run(stage.sh("cat").withInput(new ProcessInput.File(file)))));
    assertEquals("", Stage.output(stage.run("cat")));
  }

  @Test
  void inputThatFailsIsSaid() {
    ProcessEnd end =
        stage.processes.run(
            stage
                .sh("cat")
                .withInput(
                    new ProcessInput.Stream(
                        () -> {
                          throw new IOException("the disk is gone");
                        })));
    assertEquals("", Stage.output(end));
    assertEquals(List.of("HS-PROCESS-020"), Stage.codes(end));
  }

  @Test
  void veryLongLinesComeInPartsWithWholeCharacters() {
    List<String> heard = new CopyOnWriteArrayList<>();
    String line = "x" + "😀".repeat(20_000);
    ProcessEnd end =
        stage.processes.run(
            stage.sh("cat").withInput(new ProcessInput.Text(line)),
            ProcessListener.to(heard::add, text -> {}));
    assertTrue(end.isSuccess());
    assertEquals(line, String.join("", heard));
    assertTrue(heard.stream().allMatch(part -> part.length() <= 8192));
    assertTrue(heard.stream().noneMatch(part -> Character.isLowSurrogate(part.charAt(0))));
  }
}
