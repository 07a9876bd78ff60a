package hotshoe.shell.text;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import hotshoe.extension.Extension;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Provenance;
import hotshoe.extension.RejectedArchive;
import hotshoe.problem.Problem;
import hotshoe.shell.command.ExtensionDetails;
import hotshoe.shell.command.ExtensionListing;
import hotshoe.shell.command.Need;
import java.util.List;
import java.util.TreeMap;

/** Extensions as a table and one by one. */
final class ExtensionText {

  private static final int LABEL = 11;
  private static final int SHOWN_FILES = 10;

  private ExtensionText() {}

  static String name(ExtensionDetails details) {
    return details.extension().name().value();
  }

  static void list(ExtensionListing listing, Page page) {
    if (listing.isEmpty()) {
      page.paragraph("No extension is installed. Drop an archive into the deploy folder.");
    } else {
      page.table(table(listing));
    }
    if (!listing.rejected().isEmpty()) {
      page.gap().table(rejected(listing.rejected()));
    }
  }

  static Table table(List<Extension> extensions) {
    Table table =
        new Table(
            Column.whole("EXTENSION"),
            Column.whole("VERSION"),
            Column.whole("STATE"),
            Column.cut("FROM"),
            Column.wrap("WHY"));
    for (Extension e : extensions) {
      table.row(
          Span.of(e.name().value()),
          Span.of(e.version().toString()),
          StateText.of(e.state()),
          Span.of(e.origin()),
          Span.of(e.cause()));
    }
    return table;
  }

  private static Table rejected(List<RejectedArchive> archives) {
    Table table = new Table(Column.cut("REJECTED"), Column.whole("PROBLEM"), Column.wrap("WHY"));
    for (RejectedArchive archive : archives) {
      for (Problem problem : archive.problems()) {
        table.row(
            Span.of(archive.origin()),
            new Span(problem.code(), ProblemText.tone(problem.severity())),
            Span.of(problem.what() + (problem.why().isEmpty() ? "" : ": " + problem.why())));
      }
    }
    return table;
  }

  static void one(Extension extension, Page page) {
    page.line(
        new Span(extension.name().value(), Tone.STRONG),
        Span.of(" " + extension.version() + " is "),
        StateText.of(extension.state()));
    part(
        page, "title", extension.title().equals(extension.name().value()) ? "" : extension.title());
    part(page, "about", extension.description());
    part(page, "why", extension.cause());
    part(page, "from", extension.origin());
    part(page, "installed", Moment.of(extension.installed()));
    part(page, "dialect", extension.dialect());
    part(page, "digest", extension.digest());
    part(page, "bundle", extension.bundle() < 0 ? "none yet" : "" + extension.bundle());
  }

  static void details(ExtensionDetails details, Page page) {
    one(details.extension(), page);
    details.current().ifPresent(version -> provenance(version, page));
    missing(details, page);
    if (!details.extension().problems().isEmpty()) {
      page.gap();
      details.extension().problems().forEach(problem -> ProblemText.write(problem, page));
    }
    if (!details.slices().isEmpty()) {
      page.gap().table(SliceText.table(details.slices()));
    }
    provided(details.needs(), page);
    part(page, "offers", String.join(", ", details.offers()));
    part(page, "files", files(details.files()));
    part(page, "limits", String.join(", ", details.limits()));
    details.shortfalls().forEach(words -> part(page, "but", words));
  }

  /** Where its archive came from, as far as that is more than a place. */
  private static void provenance(InstalledVersion version, Page page) {
    Provenance from = version.provenance();
    part(page, "resolved", from.resolved().equals(from.origin()) ? "" : from.resolved());
    part(page, "commit", from.commit().orElse(""));
    part(page, "signed by", from.signer().orElse("nobody"));
    part(page, "fetched", Moment.of(from.fetched()));
  }

  private static String files(List<String> files) {
    String shown = files.stream().limit(SHOWN_FILES).collect(joining(", "));
    return files.size() <= SHOWN_FILES
        ? shown
        : shown + " and " + (files.size() - SHOWN_FILES) + " more";
  }

  /** Unmet needs, unless the cause names them already. */
  private static void missing(ExtensionDetails details, Page page) {
    details.needs().stream()
        .filter(need -> need.isMissing() && details.cause().isEmpty())
        .map(Need::what)
        .forEach(what -> part(page, "waits for", what + ", which nothing here offers"));
  }

  private static void provided(List<Need> needs, Page page) {
    page.gap();
    needs.stream()
        .filter(need -> !need.provider().isEmpty())
        .collect(groupingBy(Need::provider, TreeMap::new, mapping(Need::what, joining(", "))))
        .forEach((provider, what) -> part(page, "needs", "of " + provider + ": " + what));
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL, Span.of(text));
    }
  }
}
