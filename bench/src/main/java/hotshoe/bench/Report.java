package hotshoe.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the figures of a part as Markdown, goals first. */
final class Report {

  private Report() {}

  static void print(Part part, Ledger ledger) {
    Map<Ledger.Subject, Sample> samples = ledger.read();
    if (samples.isEmpty()) {
      return;
    }
    System.out.printf(
        "%n## %s%n%n| goal | limit | measured | |%n| --- | --- | --- | --- |%n", part.name());
    Goal.Samples all = new Goal.Samples(samples);
    part.goals().forEach(goal -> System.out.println(goal.row(all)));
    System.out.printf(
        "%n| system | case | what | n | min | median | p99 | max | noise |%n%s%n",
        "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    samples.forEach((subject, sample) -> System.out.println(row(subject, sample)));
  }

  private static String row(Ledger.Subject subject, Sample sample) {
    return "| %s | %s | %s | %d | %s | %s | %s | %s | %.2f |"
        .formatted(
            subject.system(),
            subject.variant(),
            subject.key(),
            sample.count(),
            number(sample.min()),
            number(sample.median()),
            number(sample.p99()),
            number(sample.max()),
            sample.noise());
  }

  /** Three significant digits are all that these figures carry. */
  static String number(double value) {
    double size = Math.abs(value);
    String form = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  static void printAll(List<Part> parts, Workplace workplace) throws java.io.IOException {
    for (Part part : parts) {
      print(part, new Ledger(workplace.results(), part.name()));
    }
  }
}
