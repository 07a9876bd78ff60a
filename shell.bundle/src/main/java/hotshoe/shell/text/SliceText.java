package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Slices as a table and one by one. */
final class SliceText {

  private static final int LABEL = 13;

  private SliceText() {}

  static Table table(List<SliceReport> slices) {
    Table table =
        new Table(
            Column.whole("SLICE"),
            Column.whole("STATE"),
            Column.whole("START TOOK"),
            Column.wrap("WHY"));
    for (SliceReport slice : slices) {
      table.row(
          Span.of(slice.name().value()),
          StateText.of(slice.state()),
          Span.of(took(slice.startTook())),
          Span.of(reason(slice)));
    }
    return table;
  }

  /** Why it stands there; one that lacks a dependency runs all the same, and says so. */
  private static String reason(SliceReport slice) {
    return slice.cause().isEmpty() && !slice.missing().isEmpty()
        ? "goes without " + names(slice.missing()) + ", not here"
        : slice.cause();
  }

  static void one(SliceReport slice, Page page) {
    page.line(
        new Span(slice.name().value(), Tone.STRONG),
        Span.of(" of " + slice.extension() + " is "),
        StateText.of(slice.state()));
    part(page, "why", slice.cause());
    part(page, "starts after", names(slice.description().dependsOn()));
    part(page, "starts before", names(slice.description().dependedOnBy()));
    part(page, "not here", names(slice.missing()));
    part(page, "prestart took", took(slice.prestartTook()));
    part(page, "start took", took(slice.startTook()));
    part(page, "limit", slice.description().limit().map(Moment::of).orElse(""));
    slice.problems().forEach(problem -> ProblemText.write(problem, page));
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL + 2, Span.of(text));
    }
  }

  static String names(Collection<SliceName> names) {
    return names.stream().map(SliceName::value).collect(joining(", "));
  }

  private static String took(Duration duration) {
    return duration.isZero() ? "" : Moment.of(duration);
  }
}
