package hotshoe.inventory.tool;

import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.inventory.form.JsonForm;
import hotshoe.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Explanations for people: a table of values, the weakest first, and a sentence. */
final class ExplanationText {

  private static final int LONGEST = 200;

  private final Path folder;
  private final StringBuilder text = new StringBuilder();

  /** Paths in this folder are shown without it. */
  ExplanationText(Path folder) {
    this.folder = folder;
  }

  /** The text for some variables of a host. */
  String of(String host, List<Explanation> explanations) {
    for (Explanation one : explanations) {
      text.append(text.isEmpty() ? "" : "\n");
      add(host, one);
    }
    return text.toString();
  }

  private void add(String host, Explanation one) {
    text.append(host).append(": ").append(one.name()).append(" = ").append(shown(one.value()));
    text.append('\n');
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < one.given().size(); i++) {
      LayeredValue given = one.given().get(i);
      rows.add(
          List.of(
              (one.holds(i) ? "* " : "  ") + (i + 1),
              given.layer().word(),
              given.entity(),
              where(given),
              shown(given.value())));
    }
    table(rows);
    one.keys().forEach((key, place) -> text.append("    " + key + " is of " + (place + 1) + "\n"));
    text.append("  ").append(one.why().replace(folder + "/", "")).append('\n');
  }

  private void table(List<List<String>> rows) {
    int columns = rows.get(0).size();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        int column = c;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        line.append(c == 0 ? "" : "  ").append(row.get(c));
        line.append(" ".repeat(width - row.get(c).length()));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private String where(LayeredValue given) {
    String place = Explanation.where(given);
    return place.isEmpty() ? given.origin().toString().replace(folder + "/", "") : place;
  }

  /** A value in one line. */
  private static String shown(Object value) {
    if (value instanceof VaultText) {
      return "(encrypted)";
    }
    if (value instanceof UnsafeText unsafe) {
      return shown(unsafe.text());
    }
    String line;
    try {
      line = JsonForm.text(value).replaceAll(",\n *", ", ").replaceAll("\n *", "");
    } catch (ProblemException unprintable) {
      line = String.valueOf(value);
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  /** The same as JSON. */
  static String json(String host, List<Explanation> explanations) {
    List<Object> all = new ArrayList<>();
    explanations.forEach(one -> all.add(one.plain()));
    return JsonForm.text(new HashMap<>(Map.of("host", host, "variables", all)));
  }
}
