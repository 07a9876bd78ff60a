package hotshoe.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Tables.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

  private static final String BUILD = "today";

  @TempDir Path root;

  @BeforeEach
  void aWorkspaceWithTwoModulesAndThreeRows() throws IOException {
    put("pom.xml", "<project/>");
    put("core/pom.xml", "<project/>");
    put("integration/system/pom.xml", "<project/>");
    put(
        "docs/conformance/rows/home.tsv",
        "# for people\nHOME-10\tTen\nHOME-2\tTwo | and a half\n\nHOME-1\tOne\n");
  }

  @Test
  void rowsAreInTheOrderOfTheirNumbersAndMetOnlyWhenAllTheirTestsPassed() throws IOException {
    results(
        "core",
        "HOME-2\ta.b.CoreTest\tit works\tpassed",
        "HOME-10\ta.b.CoreTest\tit works\tpassed");
    results("integration/system", "HOME-10\ta.SystemTest$Inside\tit is skipped\tskipped");

    tables().run(Mode.WRITE);

    assertEquals(
        List.of(
            "1 of 3 rows are met.",
            "",
            "| row | statement | tests that prove it | met |",
            "|---|---|---|---|",
            "| HOME-1 | One |  | not met |",
            "| HOME-2 | Two \\| and a half | `CoreTest`: it works | met |",
            "| HOME-10 | Ten | `SystemTest.Inside`: it is skipped<br>`CoreTest`: it works | not met |"),
        table().subList(5, 12));
  }

  @Test
  void aFailingTestMakesARowNotMetEvenBesideAPassingOne() throws IOException {
    results("core", "HOME-1\tT\tgood\tpassed", "HOME-1\tT\tbad\tfailed");
    tables().run(Mode.WRITE);
    assertTrue(table().contains("| HOME-1 | One | `T`: bad; good | not met |"), table()::toString);
  }

  @Test
  void whatIsWrittenIsAcceptedAndADifferenceIsRefusedWithBothLines() throws IOException {
    results("core", "HOME-1\tT\tgood\tpassed");
    tables().run(Mode.WRITE);
    assertEquals("The conformance tables say what the tests say.", tables().run(Mode.CHECK));

    results("core", "HOME-1\tT\tgood\tskipped");
    String message = assertThrows(Unusable.class, () -> tables().run(Mode.CHECK)).getMessage();

    assertTrue(message.contains("docs/conformance/home.md"), message);
    assertTrue(message.contains("  - | HOME-1 | One | `T`: good | met |"), message);
    assertTrue(message.contains("  + | HOME-1 | One | `T`: good | not met |"), message);
    assertTrue(message.contains("mvn verify -Dconformance.write"), message);
    assertEquals(message, tables().run(Mode.REPORT));
  }

  @Test
  void aTableThatWasNeverWrittenIsADifference() throws IOException {
    results("core", "HOME-1\tT\tgood\tpassed");
    assertThrows(Unusable.class, () -> tables().run(Mode.CHECK));
  }

  @Test
  void aRowThatNobodyStatedIsRefusedWithTheTestThatNamesIt() throws IOException {
    results("core", "HOME-99\ta.b.CoreTest\tit works\tpassed");
    String message = assertThrows(Unusable.class, () -> tables().run(Mode.WRITE)).getMessage();
    assertTrue(message.contains("HOME-99, which a.b.CoreTest (it works) says it proves"), message);
  }

  @Test
  void aRowStatedTwiceIsRefused() throws IOException {
    put("docs/conformance/rows/other.tsv", "HOME-1\tOne again\n");
    String message = assertThrows(Unusable.class, () -> tables().run(Mode.WRITE)).getMessage();
    assertEquals("HOME-1 is stated twice: in home.tsv and in other.tsv; remove one", message);
  }

  @Test
  void aStatementWithoutATabIsRefusedWithItsLine() throws IOException {
    put("docs/conformance/rows/other.tsv", "# x\nOTHER-1 no tab\n");
    String message = assertThrows(Unusable.class, () -> tables().run(Mode.WRITE)).getMessage();
    assertTrue(message.contains("other.tsv:2: "), message);
  }

  @Test
  void resultsOfAnotherBuildDoNotCount() throws IOException {
    put("core/target/conformance/old.tsv", "# build yesterday\nHOME-1\tT\tgood\tpassed\n");
    tables().run(Mode.WRITE);
    assertTrue(table().contains("| HOME-1 | One |  | not met |"), table()::toString);
  }

  @Test
  void aModuleThatProvesSomethingButWasNotBuiltStopsTheCheckAndTheWriting() throws IOException {
    put("core/src/test/java/a/CoreTest.java", "class CoreTest {\n  @Proves(\"HOME-1\")\n}\n");
    assertTrue(tables().run(Mode.CHECK).contains("no test results from core."));
    tables().run(Mode.WRITE);
    assertTrue(Files.notExists(root.resolve("docs/conformance/home.md")));
  }

  @Test
  void whereNobodyLooksAPartialBuildIsAnError() throws IOException {
    put("core/src/test/java/a/CoreTest.java", "class CoreTest {\n  @Proves(\"HOME-1\")\n}\n");
    assertThrows(Unusable.class, () -> new Tables(root, BUILD, true).run(Mode.CHECK));
  }

  private Tables tables() {
    return new Tables(root, BUILD, false);
  }

  private List<String> table() throws IOException {
    return Files.readAllLines(root.resolve("docs/conformance/home.md"));
  }

  private void results(String module, String... lines) throws IOException {
    put(
        module + "/target/conformance/proofs.tsv",
        "# build " + BUILD + "\n" + String.join("\n", lines) + "\n");
  }

  private void put(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
