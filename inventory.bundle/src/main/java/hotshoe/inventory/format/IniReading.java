package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.value.PythonLiteral;
import hotshoe.inventory.value.Unreadable;
import hotshoe.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One INI file on its way into an inventory, line by line, as home does it. */
final class IniReading {

  private static final String SECTIONS = "sections are [group], [group:children] and [group:vars]";

  private enum State {
    HOSTS,
    CHILDREN,
    VARS
  }

  private final InventoryBuilder inventory;
  private final String file;
  private final Names names = new Names();
  private final Pending pending = new Pending();
  private State state = State.HOSTS;
  private String group = "ungrouped";
  private int line;

  IniReading(InventoryBuilder inventory, String file) {
    this.inventory = inventory;
    this.file = file;
  }

  void read(String text) {
    Lines lines = new Lines(text);
    while (lines.hasNext()) {
      String next = lines.next();
      line = lines.number();
      boolean isNothing = next.isEmpty() || next.charAt(0) == '#' || next.charAt(0) == ';';
      if (!isNothing) {
        inventory.at(line);
        line(next);
      }
    }
    pending.first().ifPresent(wait -> refuse(wait.getKey(), wait.getValue()));
  }

  private void refuse(String name, Pending.Wait wait) {
    line = wait.line();
    throw wait.kind() == Pending.Kind.VARIABLES
        ? wrong(
            "Section [" + name + ":vars] not valid for undefined group: " + name,
            "declare it with a line [" + name + "]")
        : wrong(
            "Section ["
                + wait.parents().get(wait.parents().size() - 1)
                + ":children] includes undefined group: "
                + name,
            "declare it with a line [" + name + "]");
  }

  private void line(String text) {
    if (text.charAt(0) == '[') {
      int close = Section.close(text);
      if (close > 0) {
        section(text, close);
        return;
      }
      if (text.endsWith("]")) {
        throw wrong(
            "Invalid section entry: '"
                + quoted(text)
                + "'. Please make sure that there are no spaces in the section entry, and that"
                + " there are no other invalid characters",
            SECTIONS);
      }
    }
    switch (state) {
      case HOSTS -> hosts(text);
      case CHILDREN -> child(text);
      case VARS -> variable(text);
    }
  }

  private void section(String text, int close) {
    String header = text.substring(1, close);
    int colon = header.indexOf(':');
    String title = colon < 0 ? header : header.substring(0, colon);
    String kind = colon < 0 ? "hosts" : header.substring(colon + 1);
    group = inventory.groupName(title);
    state =
        switch (kind) {
          case "hosts" -> State.HOSTS;
          case "children" -> State.CHILDREN;
          case "vars" -> State.VARS;
          default ->
              throw wrong(
                  "Section [" + quoted(header) + "] has unknown type: " + quoted(kind), SECTIONS);
        };
    if (inventory.group(group).isEmpty()) {
      if (state == State.VARS && !pending.contains(group)) {
        pending.variables(group, line);
      }
      inventory.addGroup(group);
    }
    if (state != State.VARS) {
      declared(group);
    }
  }

  private void declared(String name) {
    pending
        .declared(name)
        .ifPresent(
            wait -> {
              for (String parent : wait.parents()) {
                inventory.addChild(parent, name);
                if (pending.isChild(parent)) {
                  declared(parent);
                }
              }
            });
  }

  private void child(String text) {
    String name = Section.groupName(text);
    if (name.isEmpty()) {
      throw wrong(
          "Expected group name, got: " + quoted(text), "write one name of a group on each line");
    }
    if (inventory.group(name).isPresent()) {
      inventory.addChild(group, name);
    } else if (!pending.child(group, name, line)) {
      throw wrong("'parents'", "declare group " + name + " before its variables");
    }
  }

  private void variable(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw wrong("Expected key=value, got: " + quoted(text), "write NAME=VALUE");
    }
    String name = Lines.trimmed(text.substring(0, equals));
    Object value = value(Lines.trimmed(text.substring(equals + 1)));
    inventory.setVariable(group, name, value);
  }

  private void hosts(String text) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return;
    }
    String first = words.get(0);
    HostPattern pattern = pattern(first);
    Map<String, Object> variables = variables(words);
    for (String host : pattern.names()) {
      pattern.add(host, inventory, group);
      variables.forEach((name, value) -> inventory.setVariable(host, name, value));
    }
  }

  private List<String> words(String text) {
    try {
      return ShellWords.of(text);
    } catch (ShellWords.Unclosed unclosed) {
      throw wrong(
          "Error parsing host definition '" + quoted(text) + "': " + unclosed.getMessage(),
          "close the quotation");
    }
  }

  private HostPattern pattern(String text) {
    HostPattern pattern;
    try {
      pattern = HostPattern.of(text);
    } catch (HostRange.WrongRange wrong) {
      throw FormatProblems.range(place(), text, wrong.getMessage());
    }
    if (text.endsWith(":") && pattern.port().isEmpty()) {
      throw wrong(
          "Invalid host pattern '"
              + quoted(text)
              + "' supplied, ending in ':' is not allowed, this character is reserved to provide"
              + " a port.",
          "remove the colon, or write a port behind it");
    }
    if (pattern.names().contains("---")) {
      throw wrong(
          "Invalid host pattern '"
              + quoted(text)
              + "' supplied, '---' is normally a sign this is a YAML file.",
          "name a YAML file .yml");
    }
    return pattern;
  }

  private Map<String, Object> variables(List<String> words) {
    Map<String, Object> variables = new LinkedHashMap<>(words.size() * 2);
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw wrong(
            "Expected key=value host variable assignment, got: " + quoted(word),
            "write NAME=VALUE, with quotes around a value that has blanks");
      }
      variables.put(names.word(word.substring(0, equals)), value(word.substring(equals + 1)));
    }
    return variables;
  }

  private Object value(String text) {
    try {
      Object value = PythonLiteral.of(text);
      return value instanceof String plain ? names.word(plain) : value;
    } catch (Unreadable unlike) {
      throw FormatProblems.iniValue(
          place(), "the value " + quoted(text) + " is refused", unlike.getMessage());
    }
  }

  private String place() {
    return file + ":" + line;
  }

  private static String quoted(String text) {
    return FormatProblems.quoted(text);
  }

  private ProblemException wrong(String what, String advice) {
    return FormatProblems.ini(place(), what, advice);
  }
}
