package hotshoe.universal;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.universal.Template.Command;
import hotshoe.universal.TemplateField.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a template that fits its type: what each field may hold, and that all they name is there.
 */
final class TemplateRules {

  private final Document document;
  private final Given template;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> mappings = new HashSet<>();

  TemplateRules(Document document, Map<?, ?> template) {
    this.document = document;
    this.template = new Given(template);
  }

  /** Faults and warnings. */
  List<Problem> problems() {
    return problems;
  }

  /** What it says; without the fields that cannot be. */
  Template template() {
    List<Given> fields = template.records("fields");
    fields.forEach(field -> mappings.add(field.text("fieldMapping")));
    once("fields", "fieldMapping", fields);
    once("fields", "name", fields);
    List<Given> commands = template.records("commands");
    once("commands", "name", commands);
    clashes("fields", "choices-", fields);
    clashes("commands", "command-", commands);
    return new Template(
        template.text("name"),
        template.text("extension"),
        template.text("description"),
        fields(fields),
        commands(commands));
  }

  private void once(String list, String key, List<Given> items) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (!seen.add(items.get(i).text(key))) {
        fault(list + "[" + i + "]." + key, "is there already");
      }
    }
  }

  /** Names that differ, but not once odd characters are underscores, would be one operation. */
  private void clashes(String list, String prefix, List<Given> items) {
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String name = items.get(i).text("name");
      String other = seen.putIfAbsent(TemplateOperations.shortName(prefix, name), name);
      if (other != null && !other.equals(name)) {
        fault(list + "[" + i + "].name", "is '" + shown(other) + "' but for its odd characters");
      }
    }
  }

  private List<TemplateField> fields(List<Given> given) {
    List<Numbered> fields = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String path = "fields[" + i + "]";
      Given field = given.get(i);
      try {
        long place = FieldTypes.number(field, "sequence", i);
        fields.add(new Numbered(place, field(path, field)));
      } catch (IllegalArgumentException unfit) {
        fault(path, "of " + field.text("name") + " cannot be: " + unfit.getMessage());
      }
    }
    return fields.stream()
        .sorted(Comparator.comparingLong(Numbered::place))
        .map(Numbered::field)
        .toList();
  }

  private record Numbered(long place, TemplateField field) {}

  private TemplateField field(String path, Given field) {
    String kind = field.text("fieldType");
    if (!FieldTypes.KNOWN.contains(kind)) {
      String near = Nearest.to(kind, FieldTypes.KNOWN);
      problems.add(UniversalProblems.unknownType(place(path + ".fieldType"), shown(kind), near));
    }
    Type type = FieldTypes.of(field);
    List<String> dependsOn = field.texts("choiceFields");
    known(path + ".choiceFields", dependsOn);
    return new TemplateField(
        new Field(
            field.text("name"),
            type,
            defaultOf(path, field, type),
            field.text("label"),
            field.text("hint")),
        field.text("fieldMapping"),
        field.text("fieldRestriction").equals("Output Only"),
        field.isTrue("preserveOutputOnRerun"),
        field.isTrue("required"),
        field.isTrue("requireIfVisible"),
        condition(path, field, "showIfField"),
        condition(path, field, "requireIfField"),
        field.isTrue("choiceDynamic") ? Optional.of(dependsOn) : Optional.empty());
  }

  private Optional<Object> defaultOf(String path, Given field, Type type) {
    Optional<String> text =
        field.filled("fieldValue").filter(value -> FieldTypes.hasPlainDefault(type));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Checked checked = Values.check(type, text.get(), Values.Reading.LENIENT, "");
    if (checked instanceof Checked.Valid valid) {
      return Optional.of(valid.value());
    }
    ((Checked.Invalid) checked)
        .faults()
        .forEach(fault -> fault(path + ".fieldValue", fault.message()));
    return Optional.empty();
  }

  private Optional<Condition> condition(String path, Given field, String key) {
    Optional<String> mapping = field.filled(key);
    mapping.ifPresent(name -> known(path + "." + key, List.of(name)));
    return mapping.map(
        name ->
            new Condition(
                name, Stream.of(field.text(key + "Value").split(",")).map(String::strip).toList()));
  }

  private List<Command> commands(List<Given> given) {
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String path = "commands[" + i + "]";
      Given command = given.get(i);
      known(path + ".fields", command.texts("fields"));
      commands.add(
          new Command(
              command.text("name"),
              command.filled("label").orElse(command.text("name")),
              command.texts("statuses"),
              command.texts("fields"),
              limit(path, command),
              command.text("executionOption").equals("In Process"),
              command.isTrue("asynchronous")));
    }
    return commands;
  }

  private Duration limit(String path, Given command) {
    try {
      long seconds = FieldTypes.number(command, "timeout", Command.LIMIT.toSeconds());
      return seconds > 0 && seconds <= Integer.MAX_VALUE
          ? Duration.ofSeconds(seconds)
          : Command.LIMIT;
    } catch (IllegalArgumentException unfit) {
      fault(path + ".timeout", "is not a number of seconds");
      return Command.LIMIT;
    }
  }

  private void known(String path, List<String> names) {
    for (String name : names) {
      if (!mappings.contains(name)) {
        String near = Nearest.to(name, mappings);
        fault(
            path,
            "names '"
                + shown(name)
                + "', which is the mapping of no field"
                + (near.isEmpty() ? "" : "; did you mean '" + near + "'?"));
      }
    }
  }

  private void fault(String path, String message) {
    problems.add(DocumentCheck.fault(document, path, message));
  }

  private String place(String path) {
    return document.position(path).in(document.origin());
  }

  private static String shown(String text) {
    String head = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
