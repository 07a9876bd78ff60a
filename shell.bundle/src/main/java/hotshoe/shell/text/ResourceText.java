package hotshoe.shell.text;

import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Visibility;
import java.util.List;

/** Resources as a table and one by one. */
final class ResourceText {

  private ResourceText() {}

  static Table table(List<Resource> resources) {
    Table table =
        new Table(
            Column.whole("KIND"), Column.whole("ID"), Column.wrap("NAME"), Column.whole("RUN BY"));
    for (Resource resource : resources) {
      table.row(
          Span.of(resource.ref().kind()),
          Span.of(resource.ref().id()),
          Span.of(resource.name()),
          Span.of(resource.extension().map(Object::toString).orElse("")));
    }
    return table;
  }

  static void one(Resource resource, Page page) {
    page.line(
        new Span(resource.ref().toString(), Tone.STRONG),
        Span.of(resource.name().isEmpty() ? "" : " is called " + resource.name()),
        Span.of(resource.extension().map(extension -> ", run by " + extension).orElse("")));
    int widest = resource.details().keySet().stream().mapToInt(Width::of).max().orElse(0);
    resource
        .details()
        .forEach(
            (key, detail) ->
                page.labelled("  ", new Span(key, Tone.FAINT), widest + 2, Span.of(shown(detail))));
  }

  /** Whoever sees a hidden detail may read it, and is told; a secret is for nobody. */
  private static String shown(Resource.Detail detail) {
    return detail.visibility() == Visibility.HIDDEN
        ? detail.reveal() + " (hidden)"
        : detail.toString();
  }
}
