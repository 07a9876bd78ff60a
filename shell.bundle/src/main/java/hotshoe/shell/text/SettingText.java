package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.setting.Setting;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings.Orphan;
import hotshoe.shell.command.EnvironmentCommands.Environment;
import java.util.List;
import java.util.Locale;

/** Settings with their values. */
final class SettingText {

  private static final int LABEL = 11;

  private SettingText() {}

  static Table table(List<SettingValue> values) {
    Table table =
        new Table(
            Column.whole("SETTING"),
            Column.cut("VALUE"),
            Column.whole("FROM"),
            Column.wrap("WHAT"));
    for (SettingValue value : values) {
      table.row(
          Span.of(value.setting().name()),
          Span.of(word(value)),
          from(value),
          Span.of(value.setting().description()));
    }
    return table;
  }

  /** The effective value in one line; secrets are starred. */
  static String word(SettingValue value) {
    return value.shown().map(PlainText::word).orElse("");
  }

  private static Span from(SettingValue value) {
    if (!value.protectedBecause().isEmpty()) {
      return new Span("protected", Tone.CAUTION);
    }
    return value.stored() ? new Span("set", Tone.STRONG) : new Span("default", Tone.FAINT);
  }

  static void one(SettingValue value, Page page) {
    Setting<?> setting = value.setting();
    page.line(
        new Span(setting.name(), Tone.STRONG),
        Span.of(value.value().isEmpty() ? " has no value" : " = " + word(value)));
    part(page, "does", setting.description());
    part(page, "in", value.environment());
    page.labelled("  ", new Span("from", Tone.FAINT), LABEL, from(value));
    part(page, "protected", value.protectedBecause());
    part(page, "type", TypeText.of(setting.type()));
    part(
        page,
        "default",
        setting.defaultValue().map(v -> PlainText.word(setting.type(), v)).orElse("none"));
    part(page, "of", value.owner() + (setting.section().isEmpty() ? "" : ", " + setting.section()));
    part(
        page,
        "triggers",
        setting.effects().stream()
            .sorted()
            .map(effect -> effect.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(joining(", ")));
    value.problem().ifPresent(problem -> ProblemText.write(problem, page));
  }

  static Table orphans(List<Orphan> orphans) {
    Table table =
        new Table(
            Column.whole("SETTING"), Column.whole("ENVIRONMENT"), Column.wrap("WAS DECLARED BY"));
    for (Orphan orphan : orphans) {
      table.row(Span.of(orphan.setting()), Span.of(orphan.environment()), Span.of(orphan.owner()));
    }
    return table;
  }

  static Table environments(List<Environment> environments) {
    Table table = new Table(Column.whole("ENVIRONMENT"), Column.whole("SETTINGS SET"));
    for (Environment environment : environments) {
      table.row(Span.of(environment.name()), Span.of("" + environment.stored()));
    }
    return table;
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL, Span.of(text));
    }
  }
}
