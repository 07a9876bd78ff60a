package hotshoe.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void aLineIsTakenApartAtItsSemicolons() {
    assertEquals(List.of("ext:list", " slice:list"), Statements.of("ext:list; slice:list"));
    assertEquals(List.of("a", "b"), Statements.of("a\nb\n"));
  }

  @Test
  void whatBelongsTogetherStaysTogether() {
    assertEquals(List.of("a && b || c"), Statements.of("a && b || c"));
    assertEquals(List.of("each [1 2] { a; b }"), Statements.of("each [1 2] { a; b }"));
    assertEquals(List.of("echo 'a; b'"), Statements.of("echo 'a; b'"));
    assertEquals(List.of("ext:list | grep x"), Statements.of("ext:list | grep x"));
  }

  @Test
  void aFileGetsWhatACommandReturns() {
    assertEquals(List.of("ext:list | cat > file"), Statements.of("ext:list > file"));
    assertEquals(List.of("ext:list | cat >> file"), Statements.of("ext:list >> file"));
    assertEquals(List.of("a | cat > x", " b | c | cat > y"), Statements.of("a > x; b | c > y"));
  }

  @Test
  void otherRedirectionsStayAsTheyAre() {
    assertEquals(List.of("cat < file"), Statements.of("cat < file"));
    assertEquals(List.of("a 2> file"), Statements.of("a 2> file"));
  }

  @Test
  void aLineThatCannotBeReadIsOnePart() {
    assertEquals(List.of("echo 'open; b"), Statements.of("echo 'open; b"));
    assertEquals(List.of("a ) b"), Statements.of("a ) b"));
  }

  @Test
  void nothingIsNoPart() {
    assertEquals(List.of(), Statements.of("  "));
    assertEquals(List.of(), Statements.of(";"));
  }
}
