package hotshoe.shell.text;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import hotshoe.slice.FeatureReport;
import hotshoe.slice.SliceReport;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The whole host on one page. */
final class StatusText {

  private StatusText() {}

  static String sentence(HostStatus status) {
    return status.product()
        + " "
        + status.version()
        + " is "
        + status.phase()
        + ", "
        + status.overall();
  }

  static void write(HostStatus status, Page page) {
    page.line(
        new Span(status.product() + " " + status.version(), Tone.STRONG),
        Span.of(" is " + status.phase() + " and "),
        StateText.of(status.overall()));
    page.line(
        "up "
            + Moment.of(Duration.between(status.started(), Instant.now()))
            + ", since "
            + Moment.of(status.started()));
    page.line(count("extension", status.extensions(), e -> e.state().name()));
    page.line(count("slice", status.slices(), s -> s.state().name()));
    if (!status.extensions().isEmpty()) {
      page.gap().table(ExtensionText.table(status.extensions()));
    }
    if (!status.slices().isEmpty()) {
      page.gap().table(slices(status));
    }
    if (!status.features().isEmpty()) {
      page.gap().table(features(status.features()));
    }
  }

  private static <T> String count(String noun, List<T> things, Function<T, String> state) {
    Map<String, Long> states = things.stream().collect(groupingBy(state, TreeMap::new, counting()));
    String parts =
        states.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().toLowerCase(Locale.ROOT))
            .collect(joining(", "));
    String total = things.size() + " " + noun + (things.size() == 1 ? "" : "s");
    return parts.isEmpty() ? total : total + ": " + parts;
  }

  private static Table slices(HostStatus status) {
    Table table =
        new Table(
            Column.whole("SLICE"),
            Column.whole("STATE"),
            Column.whole("REPORTS"),
            Column.wrap("WHAT"));
    for (SliceReport slice : status.slices()) {
      SliceStatus report = status.reports().get(slice.name());
      table.row(
          Span.of(slice.name().value()),
          StateText.of(slice.state()),
          report == null ? Span.of("") : StateText.of(report.level()),
          Span.of(report == null ? slice.cause() : told(report)));
    }
    return table;
  }

  private static String told(SliceStatus report) {
    String details =
        report.details().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(joining(", "));
    return report.message()
        + (report.message().isEmpty() || details.isEmpty() ? "" : "; ")
        + details;
  }

  private static Table features(List<FeatureReport> features) {
    Table table =
        new Table(
            Column.whole("FEATURE"),
            Column.whole("OF SLICE"),
            Column.cut("VALUE"),
            Column.wrap("WHAT"));
    for (FeatureReport feature : features) {
      table.row(
          Span.of(feature.feature().name()),
          Span.of(feature.slice().value()),
          Span.of(feature.value()),
          Span.of(feature.feature().description()));
    }
    return table;
  }
}
