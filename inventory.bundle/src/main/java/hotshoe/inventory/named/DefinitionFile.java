package hotshoe.inventory.named;

import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.form.JsonForm;
import hotshoe.inventory.format.SourceFile;
import hotshoe.problem.Nearest;
import hotshoe.problem.ProblemException;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.Field;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of a definition: YAML that people read and edit. */
final class DefinitionFile {

  private static final String NOTHING = "nothing";
  private static final String TRACES = "traces";

  private static final Type.Record FORM =
      Type.record(
          "NamedInventory",
          Field.required("sources", Type.listOf(Type.text()), "Paths and lists of hosts."),
          Field.required("folder", Type.optional(Type.text()), "Where relative paths start."),
          Field.required("playbook", Type.optional(Type.text()), "The playbook's folder."),
          Field.defaulting("environment", Type.mapOf(Type.text()), Map.of(), "Settings."),
          Field.defaulting("variables", Type.mapOf(Type.any()), Map.of(), "What wins."),
          Field.defaulting("failures", Type.choice(NOTHING, TRACES), NOTHING, "What they leave."),
          Field.defaulting(
              "lifetime",
              Type.integer(0, 1_000_000_000),
              InventoryDefinition.USUAL_LIFETIME.toSeconds(),
              "Seconds."),
          Field.defaulting("watched", Type.bool(), true, "Whether it is read again."));

  private DefinitionFile() {}

  /**
   * What a file says.
   *
   * @throws ProblemException with all that is wrong
   */
  static InventoryDefinition read(String name, Path file) {
    Object data =
        SourceFile.data(file, SourceFile.bytes(file, Optional.empty()), (key, line) -> {});
    if (!(data instanceof Map<?, ?> given)) {
      throw wrong(file, List.of("it is no map of names and values"));
    }
    List<String> faults = new ArrayList<>();
    Map<String, Object> plain = new LinkedHashMap<>();
    given.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
    unknown(plain, faults);
    plain.computeIfPresent("sources", (key, one) -> one instanceof String ? List.of(one) : one);
    Checked checked = Values.check(FORM, plain, Values.Reading.LENIENT, "");
    if (checked instanceof Checked.Invalid invalid) {
      invalid.faults().stream().map(Fault::toString).forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw wrong(file, faults);
    }
    return definition(name, (Map<?, ?>) ((Checked.Valid) checked).value());
  }

  private static void unknown(Map<String, Object> plain, List<String> faults) {
    List<String> known = FORM.fields().stream().map(Field::name).toList();
    for (String key : List.copyOf(plain.keySet())) {
      if (!known.contains(key)) {
        String near = Nearest.to(key, known);
        faults.add(
            key
                + ": there is no such key"
                + (near.isEmpty() ? "" : "; did you mean '" + near + "'?"));
        plain.remove(key);
      }
    }
  }

  private static ProblemException wrong(Path file, List<String> faults) {
    return new ProblemException(NamedProblems.definition(file.toString(), faults));
  }

  private static InventoryDefinition definition(String name, Map<?, ?> values) {
    Map<String, String> environment = new LinkedHashMap<>();
    ((Map<?, ?>) values.get("environment"))
        .forEach((key, value) -> environment.put((String) key, (String) value));
    Map<String, Object> variables = new LinkedHashMap<>();
    ((Map<?, ?>) values.get("variables"))
        .forEach((key, value) -> variables.put((String) key, value));
    return new InventoryDefinition(
        name,
        ((List<?>) values.get("sources")).stream().map(String.class::cast).toList(),
        path(values.get("folder")),
        path(values.get("playbook")),
        environment,
        variables,
        values.get("failures").equals(TRACES) ? Failures.LEAVE_TRACES : Failures.LEAVE_NOTHING,
        Duration.ofSeconds((Long) values.get("lifetime")),
        (Boolean) values.get("watched"));
  }

  private static Optional<Path> path(Object value) {
    return ((Optional<?>) value).map(text -> Path.of((String) text));
  }

  private static Object plain(Object value) {
    if (value == NothingValue.NOTHING) {
      return null; // null: why: the plain form of nothing
    }
    if (value instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(plain(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
      return plain;
    }
    return value;
  }

  /** The text of the file. */
  static byte[] write(InventoryDefinition definition) {
    StringBuilder text = new StringBuilder();
    text.append("# Inventory ").append(definition.name()).append(". Edit it as you like: ");
    text.append("it is read again when it changes.\n");
    text.append("sources:\n");
    definition.sources().forEach(source -> text.append("  - ").append(json(source)).append('\n'));
    if (definition.sources().isEmpty()) {
      text.setLength(text.length() - 1);
      text.append(" []\n");
    }
    definition.folder().ifPresent(folder -> line(text, "folder", folder.toString()));
    definition.playbookFolder().ifPresent(folder -> line(text, "playbook", folder.toString()));
    map(text, "environment", definition.environment());
    map(text, "variables", definition.variables());
    if (definition.failures() == Failures.LEAVE_TRACES) {
      line(text, "failures", TRACES);
    }
    if (!definition.lifetime().equals(InventoryDefinition.USUAL_LIFETIME)) {
      line(text, "lifetime", definition.lifetime().toSeconds());
    }
    if (!definition.watched()) {
      line(text, "watched", false);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void map(StringBuilder text, String key, Map<String, ?> map) {
    if (!map.isEmpty()) {
      text.append(key).append(":\n");
      map.forEach(
          (name, value) ->
              text.append("  ").append(json(name)).append(": ").append(json(value)).append('\n'));
    }
  }

  private static void line(StringBuilder text, String key, Object value) {
    text.append(key).append(": ").append(json(value)).append('\n');
  }

  /** JSON on one line, which is YAML as well. */
  static String json(Object value) {
    return JsonForm.text(value).replaceAll("\n\\s*", " ");
  }
}
