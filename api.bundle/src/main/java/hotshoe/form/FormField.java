package hotshoe.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place in a form where a person gives a value (row CS-69). Immutable.
 *
 * @param name the parameter's; empty where the place has none
 * @param label what stands beside it
 * @param help one sentence or more, or empty
 * @param widget what it is given with
 * @param initial what stands there at the beginning, as a plain value; empty for nothing
 * @param rules what is looked at before it is sent
 */
public record FormField(
    String name,
    String label,
    String help,
    Widget widget,
    Optional<Object> initial,
    List<FormRule> rules) {

  public FormField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(help, "help");
    Objects.requireNonNull(widget, "widget");
    Objects.requireNonNull(initial, "initial");
    rules = List.copyOf(rules);
  }

  /** Whether a value must be given. */
  public boolean isRequired() {
    return rules.contains(FormRule.REQUIRED);
  }

  /** What is wrong with an answer, by the rules; no more is looked at here. */
  public List<String> faults(String answer) {
    return rules.stream().filter(rule -> !rule.holds(answer)).map(FormRule::message).toList();
  }

  /**
   * What is sent for an answer: nothing for a blank one, but for a switch what stood there at the
   * beginning; for a moment without an offset the same in ISO 8601 with the offset of that day.
   *
   * @param answer as it was written
   * @param zone of who gave it
   */
  public Optional<String> sent(String answer, ZoneId zone) {
    String given = widget instanceof Widget.MaskedBox ? answer : answer.strip();
    if (given.isBlank()) {
      return widget instanceof Widget.Switch ? initial.map(Object::toString) : Optional.empty();
    }
    return Optional.of(widget instanceof Widget.DateTimePicker ? moment(given, zone) : given);
  }

  /** What is no moment without an offset is left as it is, for the host to judge. */
  private static String moment(String given, ZoneId zone) {
    try {
      LocalDateTime local = LocalDateTime.parse(given.replace(' ', 'T'));
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atZone(zone).toOffsetDateTime());
    } catch (DateTimeException other) {
      return given;
    }
  }
}
