package hotshoe.xapi;

import hotshoe.archive.HostNeeds;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;

/**
 * The shape of a {@code calls.yaml} (row XA-43): what XenAPI's own declarations say of a call, but
 * for what is about its database. Types are written as its documentation writes them.
 */
final class CallsType {

  static final String WORD = "[A-Za-z_][A-Za-z0-9_]{0,99}";
  static final String CALL = WORD + "\\." + WORD;

  private static final int LONGEST_LINE = 4096;
  private static final int LONGEST_TEXT = 65_536;
  private static final String STATES = "prototyped|published|extended|changed|deprecated|removed";

  private static final Type.Record PARAMETER =
      Type.record(
          "Parameter",
          Field.required("name", text(WORD), "What the value is called."),
          Field.required("type", line(), "What it may be, such as (string -> int) map."),
          doc("What it is for."),
          optional("default", Type.any(), "The value when none is given."),
          optional("since", line(), "The version in which it came."),
          flag("secret", false, "Whether it is a text that nobody shows."));

  private static final Type.Record RESULT =
      Type.record(
          "Result",
          Field.required("type", line(), "What it is, such as string set."),
          doc("What it means."));

  private static final Type.Record ERROR =
      Type.record(
          "Error",
          Field.required("code", text("[A-Z0-9][A-Z0-9_]{0,99}"), "In upper case."),
          list("parameters", text(WORD), "The names of what is told with it."),
          doc("When it happens."));

  private static final Type.Record KEY_ROLES =
      Type.record(
          "KeyRoles",
          Field.required("parameter", text(WORD), "A parameter that is a map."),
          Field.required("key", line(), "A key of it; a * at the end stands for any ending."),
          Field.required("roles", roles(), "Who may give it; one of these is enough."));

  private static final Type.Record CHANGE =
      Type.record(
          "Change",
          Field.required("state", Type.choice(STATES.split("\\|")), "What it became."),
          Field.required("version", line(), "The version in which it did."),
          optional("reason", line(), "Why, and what to use instead."));

  private static final Type.Record CALL_TYPE =
      Type.record(
          "Call",
          doc("What it does."),
          list("parameters", PARAMETER, "In order; the session is none of them."),
          optional("result", RESULT, "What it returns; nothing if not said."),
          list("errors", ERROR, "The errors it may end with."),
          optional("roles", roles(), "Who may call it; one of these is enough."),
          list("map_key_roles", KEY_ROLES, "Keys that need a stronger role."),
          flag("secret", false, "Whether no text that it is given is ever shown."),
          flag("hidden", false, "Whether it is left out of lists and documents."),
          flag("internal", false, "Whether only the host itself calls it."),
          flag("session", true, "Whether it needs a session."),
          flag("async", true, "Whether it can be begun without waiting for its end."),
          flag("effect", true, "Whether it changes anything."),
          Field.defaulting(
              "runs_on",
              Type.choice("coordinator", "host"),
              "coordinator",
              "Where: on the host that its parameter host names, or on the coordinator."),
          optional("limit", Type.integer(1, 604_800), "Seconds that it may take."),
          list("tags", line(), "What it is about."),
          list("lifecycle", CHANGE, "What became of it, in order."));

  private static final Type.Record ENUM =
      Type.record(
          "Enum",
          doc("What it tells apart."),
          Field.required(
              "values",
              new Type.MapOf(line(), Type.optional(text()), 1, 10_000),
              "The values, each with what it means."));

  private static final Type.Record MEMBER =
      Type.record(
          "Member",
          Field.required("name", text(WORD), "What it is called."),
          Field.required("type", line(), "What it may be."),
          doc("What it is for."),
          optional("default", Type.any(), "The value when none is given."));

  private static final Type.Record RECORD =
      Type.record("RecordType", doc("What it is."), list("fields", MEMBER, "What it holds."));

  static final Type.Record CALLS =
      Type.record(
          "XapiCalls",
          optional("name", line(), "The extension's identity; that of the archive if not said."),
          optional("version", line(), "Its semantic version; that of the archive if not said."),
          optional("title", line(), "What people call it."),
          optional("doc", text(), "What it is for."),
          HostNeeds.field(),
          map("enums", text(WORD), ENUM, "Values to choose from, by the name types use."),
          map("records", text(WORD), RECORD, "Records, by the name types use."),
          map("calls", text(CALL), CALL_TYPE, "The calls, each by the name of its executable."));

  private CallsType() {}

  private static Field optional(String name, Type type, String description) {
    return Field.required(name, Type.optional(type), description);
  }

  private static Field doc(String description) {
    return optional("doc", text(), description);
  }

  private static Field flag(String name, boolean otherwise, String description) {
    return Field.defaulting(name, Type.bool(), otherwise, description);
  }

  private static Field list(String name, Type element, String description) {
    return Field.defaulting(name, Type.listOf(element), List.of(), description);
  }

  private static Field map(String name, Type key, Type value, String description) {
    return Field.defaulting(name, Type.mapOf(key, Type.optional(value)), Map.of(), description);
  }

  private static Type roles() {
    return new Type.ListOf(text("[a-z][a-z0-9-]{0,99}"), 1, 100, true);
  }

  private static Type line() {
    return new Type.Text(TextFormat.PLAIN, 1, LONGEST_LINE, "");
  }

  private static Type text() {
    return new Type.Text(TextFormat.PLAIN, 0, LONGEST_TEXT, "");
  }

  private static Type text(String pattern) {
    return new Type.Text(TextFormat.PLAIN, 1, LONGEST_LINE, pattern);
  }
}
