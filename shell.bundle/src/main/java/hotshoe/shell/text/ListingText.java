package hotshoe.shell.text;

import hotshoe.configuration.Value;
import hotshoe.shell.command.Listing;
import hotshoe.slice.SliceReport;
import java.util.List;

/** Lists of one kind of thing. */
final class ListingText {

  private ListingText() {}

  static void write(Listing<?> listing, Page page) {
    if (listing.isEmpty()) {
      page.line("none");
    } else if (listing.kind() == SliceReport.class) {
      page.table(SliceText.table(rows(listing, SliceReport.class)));
    } else if (listing.kind() == Value.class) {
      page.table(values(rows(listing, Value.class)));
    } else {
      listing.forEach(row -> page.line(row.toString()));
    }
  }

  private static <T> List<T> rows(Listing<?> listing, Class<T> kind) {
    return listing.stream().map(kind::cast).toList();
  }

  private static Table values(List<Value> values) {
    Table table = new Table(Column.whole("KEY"), Column.wrap("VALUE"), Column.wrap("FROM"));
    for (Value value : values) {
      table.row(
          Span.of(value.key()),
          Span.of(value.shown()),
          new Span(value.origin().toString(), Tone.FAINT));
    }
    return table;
  }
}
