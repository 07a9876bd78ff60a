package hotshoe.runtime.configuration;

import hotshoe.configuration.OptionDescription;
import hotshoe.configuration.Value;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration for people, as aligned tables, and for programs, as JSON. */
public final class ConfigurationPage {

  private static final String UNSET = "-";

  private final ConfigurationReader.Reading reading;

  /** Shows what was read. */
  public ConfigurationPage(ConfigurationReader.Reading reading) {
    this.reading = reading;
  }

  /** The values that hold, each with its origin; options that nobody set show a dash. */
  public String values() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("OPTION", "VALUE", "FROM"));
    for (OptionDescription option : HostOptions.standard().descriptions()) {
      rows.add(
          reading
              .configuration()
              .find(option.key())
              .map(ConfigurationPage::row)
              .orElse(List.of(option.key(), UNSET, UNSET)));
    }
    free().forEach(value -> rows.add(row(value)));
    return table(rows);
  }

  /** Everything that can be set: the host's options, then those of each extension. */
  public static String options(List<DeclaredOptions> declared) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("OPTION", "TYPE", "DEFAULT", "WHAT IT IS"));
    HostOptions.standard().descriptions().forEach(option -> rows.add(row("", option)));
    for (DeclaredOptions extension : declared) {
      String prefix = HostOptions.EXTENSIONS + extension.extension() + ".";
      extension.options().forEach(option -> rows.add(row(prefix, option)));
    }
    return table(rows);
  }

  /** The same for programs; {@code options} is there only when it was asked for. */
  public String json(List<DeclaredOptions> declared) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("home", reading.configuration().home().toString());
    List<Value> values = new ArrayList<>(reading.configuration().values());
    values.addAll(reading.configuration().valuesForExtensions());
    page.put("values", values.stream().map(ConfigurationPage::object).toList());
    page.put("problems", reading.problems().stream().map(ConfigurationPage::object).toList());
    page.put("options", options(declared, new ArrayList<>()));
    return Json.write(page) + "\n";
  }

  private static List<Object> options(List<DeclaredOptions> declared, List<Object> all) {
    HostOptions.standard().descriptions().forEach(option -> all.add(object("", option)));
    for (DeclaredOptions extension : declared) {
      String prefix = HostOptions.EXTENSIONS + extension.extension() + ".";
      extension.options().forEach(option -> all.add(object(prefix, option)));
    }
    return all;
  }

  /** What is set beside the host's own options. */
  private List<Value> free() {
    List<Value> free = new ArrayList<>(reading.configuration().values());
    free.removeIf(value -> !HostOptions.isFree(value.key()));
    free.addAll(reading.configuration().valuesForExtensions());
    return free;
  }

  private static List<String> row(Value value) {
    String shown =
        value.value() instanceof List<?> items && !value.secret()
            ? String.join(", ", items.stream().map(Object::toString).toList())
            : value.shown();
    return List.of(
        value.key(),
        shown.isEmpty() ? "(empty)" : shown.replaceAll("\\p{Cntrl}", "?"),
        value.origin().toString());
  }

  private static List<String> row(String prefix, OptionDescription option) {
    String allowed =
        option.allowed().isEmpty() ? "" : " (" + String.join(", ", option.allowed()) + ")";
    return List.of(
        prefix + option.key(),
        option.type(),
        option.defaultValue().filter(text -> !text.isEmpty()).orElse(UNSET),
        option.description() + allowed);
  }

  private static Map<String, Object> object(Value value) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", value.key());
    object.put("value", value.secret() ? value.shown() : value.value());
    object.put("origin", value.origin().toString());
    return object;
  }

  private static Map<String, Object> object(Problem problem) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("severity", problem.severity().toString());
    object.put("code", problem.code());
    object.put("what", problem.what());
    object.put("where", problem.where());
    object.put("why", problem.why());
    object.put("advice", problem.advice());
    return object;
  }

  private static Map<String, Object> object(String prefix, OptionDescription option) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("key", prefix + option.key());
    object.put("type", option.type());
    option.defaultValue().ifPresent(text -> object.put("default", text));
    object.put("description", option.description());
    object.put("allowed", option.allowed());
    object.put("secret", option.secret());
    return object;
  }

  private static String table(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
