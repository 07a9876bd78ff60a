package hotshoe.shell.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of text being written for one screen. */
final class Page {

  private final Screen screen;
  private final StringBuilder text = new StringBuilder();
  private boolean gap;

  Page(Screen screen) {
    this.screen = screen;
  }

  Screen screen() {
    return screen;
  }

  Page line(String line) {
    return line(Span.of(line));
  }

  /** One line of several pieces, as long as it is. */
  Page line(Span... spans) {
    return raw(Arrays.stream(spans).map(s -> s.on(screen)).collect(Collectors.joining()));
  }

  /** An empty line between what is above and what will be below, if there is both. */
  Page gap() {
    gap = !text.isEmpty();
    return this;
  }

  /** A paragraph that begins after a label and stays right of it. */
  Page labelled(String indent, Span label, int labelColumns, Span content) {
    int left = indent.length() + labelColumns;
    List<String> lines = Width.wrap(content.text(), Math.max(20, screen.columns() - left));
    String first = indent + label.on(screen) + " ".repeat(labelColumns - label.width());
    for (String line : lines) {
      raw(first + new Span(line, content.tone()).on(screen));
      first = " ".repeat(left);
    }
    return this;
  }

  /** A paragraph. */
  Page paragraph(String content) {
    return labelled("", Span.of(""), 0, Span.of(content));
  }

  /** A paragraph in one tone. */
  Page paragraph(Span content) {
    return labelled("", Span.of(""), 0, content);
  }

  Page table(Table table) {
    table.lines(screen).forEach(this::raw);
    return this;
  }

  private Page raw(String line) {
    text.append(gap ? "\n" : "").append(line.stripTrailing()).append('\n');
    gap = false;
    return this;
  }

  /** Everything written, without the last line break. */
  @Override
  public String toString() {
    return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
  }
}
