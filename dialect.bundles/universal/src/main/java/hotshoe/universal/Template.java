package hotshoe.universal;

import java.time.Duration;
import java.util.List;

/**
 * What a template says of a task: what it is given, and what can be asked of it.
 *
 * @param name what people call it
 * @param extension the extension it is for, or empty
 * @param description what it is for, or empty
 * @param fields in the order of the form
 * @param commands in the order of the file
 */
record Template(
    String name,
    String extension,
    String description,
    List<TemplateField> fields,
    List<Command> commands) {

  /** What holds where there is none. */
  static final Template NONE = new Template("", "", "", List.of(), List.of());

  Template {
    fields = List.copyOf(fields);
    commands = List.copyOf(commands);
  }

  /**
   * A dynamic command.
   *
   * @param name what programs call it
   * @param label what people see
   * @param statuses in which states of a task it is allowed
   * @param fields the mappings of what it is given
   * @param limit how long it may take
   * @param inProcess whether it runs in the process of the task
   * @param asynchronous whether nobody waits for it
   */
  record Command(
      String name,
      String label,
      List<String> statuses,
      List<String> fields,
      Duration limit,
      boolean inProcess,
      boolean asynchronous) {

    /** What holds where a command says nothing (row UE-42). */
    static final Duration LIMIT = Duration.ofSeconds(60);

    Command {
      statuses = List.copyOf(statuses);
      fields = List.copyOf(fields);
    }
  }

  /** The fields of these mappings, in the order of the form. */
  List<TemplateField> fields(List<String> mappings) {
    return fields.stream().filter(field -> mappings.contains(field.mapping())).toList();
  }
}
