package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TableTest {

  private static final String LONG =
      "it needs package org.example.greeting [1.0,2.0), which nothing here offers";

  @Test
  void columnsStandBelowTheirTitles() {
    assertEquals(
        """
        NAME      STATE   WHY
        a         ACTIVE
        longname  BROKEN  no reason""",
        shown(
            new Table(Column.whole("NAME"), Column.whole("STATE"), Column.wrap("WHY"))
                .row(Span.of("a"), Span.of("ACTIVE"), Span.of(""))
                .row(Span.of("longname"), Span.of("BROKEN"), Span.of("no reason")),
            100));
  }

  @Test
  void aColumnThatIsEmptyEverywhereIsLeftOut() {
    assertEquals(
        """
        NAME
        a""",
        shown(
            new Table(Column.whole("NAME"), Column.wrap("WHY")).row(Span.of("a"), Span.of("")),
            100));
  }

  @Test
  void aLongReasonGoesOnInItsColumn() {
    assertEquals(
        """
        NAME         WHY
        hello.world  it needs package org.example.greeting
                     [1.0,2.0), which nothing here offers""",
        shown(reasoned(), 52));
  }

  @Test
  void onANarrowScreenTheReasonStandsBelowItsRow() {
    assertEquals(
        """
        NAME         STATE    FROM
        hello.world  WAITING  hello.world.jar
            it needs package
            org.example.greeting [1.0,2.0),
            which nothing here offers""",
        shown(
            new Table(
                    Column.whole("NAME"),
                    Column.whole("STATE"),
                    Column.cut("FROM"),
                    Column.wrap("WHY"))
                .row(
                    Span.of("hello.world"),
                    Span.of("WAITING"),
                    Span.of("hello.world.jar"),
                    Span.of(LONG)),
            40));
  }

  @Test
  void aFileGetsEveryRowInOneLine() {
    assertEquals(2, shown(reasoned(), Screen.ENDLESS).lines().count());
  }

  @Test
  void whatIsCutShowsThatItIs() {
    Table table =
        new Table(Column.cut("FROM")).row(Span.of("/a/very/long/path/to/some/archive-1.0.0.jar"));
    assertTrue(shown(table, 40).endsWith("…"), shown(table, 40));
    Page page = new Page(new Screen(40, false, false)).table(table);
    assertTrue(page.toString().endsWith("~"), page.toString());
  }

  @Test
  void wideCharactersCountAsTwoColumns() {
    assertEquals(
        """
        NAME  WHY
        日本  x
        abcd  y""",
        shown(
            new Table(Column.whole("NAME"), Column.wrap("WHY"))
                .row(Span.of("日本"), Span.of("x"))
                .row(Span.of("abcd"), Span.of("y")),
            100));
  }

  @Test
  void statesHaveColoursOnlyWhereTheScreenShowsThem() {
    Table table = new Table(Column.whole("STATE")).row(new Span("ACTIVE", Tone.GOOD));
    Page colourful = new Page(new Screen(80, true, true)).table(table);
    assertTrue(colourful.toString().contains("\u001b[32mACTIVE\u001b[0m"), colourful.toString());
    assertFalse(shown(table, 80).contains("\u001b"));
  }

  @Test
  void nothingThatAnExtensionSaysReachesTheTerminalAsACommand() {
    Table table =
        new Table(Column.whole("WHY"))
            .row(Span.of("\u001b]0;title\u0007 two\nlines \u202e and \u009b31m"));
    String shown = shown(table, 100);
    assertEquals("?]0;title? two lines ? and ?31m", shown.lines().skip(1).findFirst().orElse(""));
  }

  @Test
  void aWordLongerThanItsLineIsBroken() {
    assertEquals(
        """
        WHY
        %s
        aaaaa"""
            .formatted("a".repeat(40)),
        shown(new Table(Column.wrap("WHY")).row(Span.of("a".repeat(45))), 40));
  }

  private static Table reasoned() {
    return new Table(Column.whole("NAME"), Column.wrap("WHY"))
        .row(Span.of("hello.world"), Span.of(LONG));
  }

  private static String shown(Table table, int columns) {
    return new Page(new Screen(columns, false, true)).table(table).toString();
  }
}
