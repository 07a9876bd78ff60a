package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.caller.AuditEntry;
import hotshoe.caller.Role;
import hotshoe.caller.Users.Token;
import hotshoe.caller.Users.User;
import hotshoe.shell.command.RoleCommands;
import hotshoe.shell.command.TokenCommands.NewToken;
import hotshoe.shell.command.TokenCommands.Owned;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Users, roles, tokens, and what was decided. */
final class CallerText {

  private static final int LABEL = 10;

  private CallerText() {}

  static Table users(List<User> users) {
    Table table = new Table(Column.whole("USER"), Column.wrap("ROLES"), Column.wrap("TOKENS"));
    for (User user : users) {
      table.row(
          Span.of(user.name()),
          Span.of(words(user.roles())),
          Span.of(user.tokens().stream().map(Token::name).collect(joining(", "))));
    }
    return table;
  }

  static Table tokens(List<Owned> tokens) {
    Table table =
        new Table(
            Column.whole("USER"),
            Column.whole("TOKEN"),
            Column.whole("MADE"),
            Column.whole("LAST USED"));
    for (Owned owned : tokens) {
      table.row(
          Span.of(owned.user()),
          Span.of(owned.token().name()),
          Span.of(Moment.of(owned.token().created())),
          Span.of(owned.token().used().map(Moment::of).orElse("never")));
    }
    return table;
  }

  /** The one time that a token is shown; on a line of its own, so that it can be copied. */
  static void made(NewToken made, Page page) {
    page.paragraph(
        "The token "
            + made.name()
            + " of "
            + made.user()
            + ". It is not shown again: whoever has it acts as "
            + made.user()
            + ".");
    page.line(new Span(made.token().reveal(), Tone.STRONG));
  }

  static Table roles(List<Role> roles) {
    Table table = new Table(Column.whole("ROLE"), Column.wrap("INCLUDES"), Column.wrap("WHAT"));
    for (Role role : roles) {
      table.row(Span.of(role.name()), Span.of(words(role.includes())), Span.of(role.description()));
    }
    return table;
  }

  static void role(RoleCommands.Details details, Page page) {
    page.line(new Span(details.role().name(), Tone.STRONG));
    part(page, "may", details.role().description());
    part(page, "includes", words(details.everything()));
    part(page, "users", details.users().isEmpty() ? "none" : words(details.users()));
  }

  static Table audit(List<AuditEntry> entries) {
    Table table =
        new Table(
            Column.whole("TIME"),
            Column.cut("WHO"),
            Column.whole("DOOR"),
            Column.whole("ACTION"),
            Column.cut("ON"),
            Column.whole("DECISION"),
            Column.whole("OUTCOME"),
            Column.wrap("WHY"));
    for (AuditEntry entry : entries) {
      table.row(
          Span.of(Moment.briefly(entry.time())),
          Span.of(entry.caller()),
          Span.of(entry.door()),
          Span.of(entry.action()),
          Span.of(entry.subject()),
          decision(entry),
          new Span(entry.outcome(), entry.outcome().equals("ok") ? Tone.PLAIN : Tone.CAUTION),
          Span.of(entry.detail()));
    }
    return table;
  }

  private static Span decision(AuditEntry entry) {
    return new Span(entry.decision(), entry.decision().equals("denied") ? Tone.BAD : Tone.PLAIN);
  }

  /** An entry on a line of its own, as it comes. */
  static void entry(AuditEntry entry, Page page) {
    page.line(
        new Span(Moment.briefly(entry.time()), Tone.FAINT),
        Span.of(" " + entry.caller() + " (" + entry.door() + ") " + entry.action()),
        Span.of(entry.subject().isEmpty() ? " " : " " + entry.subject() + " "),
        decision(entry),
        Span.of(
            Stream.of(entry.outcome(), entry.detail())
                .filter(text -> !text.isEmpty())
                .map(text -> ", " + text)
                .collect(joining())));
  }

  private static String words(Collection<String> names) {
    return names.stream().sorted().collect(joining(", "));
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL, Span.of(text));
    }
  }
}
