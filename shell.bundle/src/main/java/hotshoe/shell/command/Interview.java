package hotshoe.shell.command;

import hotshoe.form.Form;
import hotshoe.form.FormField;
import hotshoe.form.Widget;
import hotshoe.operation.OperationDescription;
import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of an operation, asked one field after the other (row CS-69). */
final class Interview {

  private static final int LONGEST_HINT = 60;

  private final Dialogue dialogue;

  Interview(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** Adds what the person answers to the arguments; what they leave blank is left out. */
  void complete(OperationDescription description, Map<String, Object> arguments, boolean all)
      throws InterruptedException {
    List<FormField> form = Form.of(description).fields();
    for (int i = 0; i < form.size(); i++) {
      Field field = description.parameters().get(i);
      if (!arguments.containsKey(field.name()) && (all || field.isRequired())) {
        answer(form.get(i), field.type()).ifPresent(answer -> arguments.put(field.name(), answer));
      }
    }
  }

  /** An answer that fits; one that does not is told and asked for again. */
  private Optional<String> answer(FormField field, Type type) throws InterruptedException {
    dialogue.out(field.help().isEmpty() ? "" : field.help() + "\n");
    Dialogue.Question question =
        new Dialogue.Question(prompt(field), Arguments.choices(type), Arguments.isSecret(type));
    while (true) {
      Optional<String> sent = Optional.empty();
      String written = dialogue.ask(question);
      List<String> faults = field.faults(written);
      if (faults.isEmpty()) {
        sent = field.sent(written, ZoneId.systemDefault());
        faults = sent.map(value -> faults(field, type, value)).orElse(List.of());
      }
      if (faults.isEmpty()) {
        return sent;
      }
      faults.forEach(fault -> dialogue.err(fault(field, fault)));
    }
  }

  private static String fault(FormField field, String fault) {
    return (fault.startsWith(field.name()) ? fault : field.name() + ": " + fault) + "\n";
  }

  private static List<String> faults(FormField field, Type type, String value) {
    Checked checked = Values.check(type, value, Values.Reading.LENIENT, field.name());
    return checked instanceof Checked.Invalid invalid
        ? invalid.faults().stream().map(Object::toString).toList()
        : List.of();
  }

  /** The name, what can be written, and what holds when nothing is. */
  private static String prompt(FormField field) {
    String hint = hint(field.widget());
    boolean isShort = !hint.isEmpty() && hint.length() <= LONGEST_HINT;
    String initial =
        field.initial().map(Interview::shown).filter(it -> it.length() < LONGEST_HINT).orElse("");
    return field.name() + (isShort ? " (" + hint + ")" : "") + initial + ": ";
  }

  /** As people write it. */
  private static String shown(Object initial) {
    return " [" + (initial instanceof Boolean on ? (on ? "yes" : "no") : initial) + "]";
  }

  private static String hint(Widget widget) {
    if (widget instanceof Widget.Select select) {
      return String.join(", ", select.options().stream().map(o -> "" + o.value()).toList());
    }
    if (widget instanceof Widget.Switch) {
      return "yes or no";
    }
    return widget instanceof Widget.DateTimePicker ? "such as 2026-01-31 10:00, local time" : "";
  }
}
