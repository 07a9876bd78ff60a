package hotshoe.core.caller;

import hotshoe.caller.Caller;
import hotshoe.core.text.OneLine;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem that callers and roles can have, in the words in which people read it. */
final class CallerProblems {

  private static final int NAMED = 12;
  private static final int LONGEST = 100;

  private CallerProblems() {}

  static Problem refused(
      Caller caller, String what, List<String> sufficient, List<String> unknown) {
    Problem problem =
        Problem.error("HS-CALLER-001", shown(what) + " is refused to " + shown(caller.name()))
            .at(door(caller))
            .because(having(caller) + "; it takes " + oneOf(sufficient))
            .advising("ask an administrator for one of these roles");
    return unknown.isEmpty()
        ? problem
        : problem.advising(
            "ask an administrator, and tell the author: nobody knows the role "
                + oneOf(unknown)
                + ", which the operation names");
  }

  static Problem hostOnly(Caller caller, String what) {
    return Problem.error("HS-CALLER-002", shown(what) + " is refused to " + shown(caller.name()))
        .at(door(caller))
        .because("only the host itself may do it; " + having(caller));
  }

  static Problem refusedKey(Caller caller, String what, String key, List<String> sufficient) {
    return Problem.error(
            "HS-CALLER-003",
            shown(key) + " of " + shown(what) + " is refused to " + shown(caller.name()))
        .at(door(caller))
        .because(
            sufficient.isEmpty()
                ? "only the host itself may give it; " + having(caller)
                : having(caller) + "; to give it takes " + oneOf(sufficient))
        .advising(
            sufficient.isEmpty()
                ? "leave it out"
                : "leave it out, or ask an administrator for one of these roles");
  }

  private static String having(Caller caller) {
    List<String> roles = caller.roles().stream().sorted().toList();
    return switch (roles.size()) {
      case 0 -> shown(caller.name()) + " has no role";
      case 1 -> shown(caller.name()) + " has the role " + shown(roles.get(0));
      default -> shown(caller.name()) + " has the roles " + listed(roles, " and ");
    };
  }

  private static String door(Caller caller) {
    return "through " + shown(caller.door());
  }

  private static String oneOf(List<String> names) {
    return listed(names, " or ");
  }

  private static String listed(List<String> names, String last) {
    int count = names.size();
    if (count > NAMED) {
      String first = listed(names.subList(0, NAMED - 1), ", ");
      return first + last + (count - NAMED + 1) + " more";
    }
    List<String> words = names.stream().map(CallerProblems::shown).toList();
    if (count < 2) {
      return String.join("", words);
    }
    String most = words.stream().limit(count - 1L).collect(Collectors.joining(", "));
    return most + last + words.get(count - 1);
  }

  static String shown(String text) {
    return OneLine.of(text, LONGEST);
  }

  static Problem fileUnreadable(String file, String why) {
    return Problem.error("HS-CALLER-010", "the file of roles cannot be read")
        .at(file)
        .because(why)
        .advising("only the shipped roles are there; repair or remove it and start again");
  }

  static Problem fileMalformed(String place, String why) {
    return Problem.error("HS-CALLER-011", "the file of roles is not well-formed YAML")
        .at(place)
        .because(OneLine.of(why.lines().findFirst().orElse(""), 200))
        .advising("only the shipped roles are there; repair or remove it and start again");
  }

  static Problem misshapen(String what, String place) {
    return Problem.error("HS-CALLER-012", what)
        .at(place)
        .advising("the role is left out; see docs/guide/security.md for the form");
  }

  static Problem badRoleName(String name, String place) {
    return Problem.error("HS-CALLER-013", "'" + shown(name) + "' cannot be the name of a role")
        .at(place)
        .because("a name is up to 64 small letters, digits and dashes, beginning with a letter")
        .advising("rename it; the role is left out");
  }

  static Problem unknownKey(String role, String key, String place) {
    String nearest = Nearest.to(key, List.of("description", "includes"));
    return Problem.error(
            "HS-CALLER-014", "the role '" + role + "' has an unknown key '" + shown(key) + "'")
        .at(place)
        .because(
            nearest.isEmpty()
                ? "a role has 'description' and 'includes'"
                : "did you mean '" + nearest + "'?")
        .advising("the role is left out");
  }

  static Problem shippedRole(String role, String place) {
    return Problem.error("HS-CALLER-015", "the role '" + role + "' cannot be changed")
        .at(place)
        .because("it comes with the host, and operations rely on what it means")
        .advising("give yours another name, and let it include '" + role + "' if it should");
  }

  static Problem twice(String role, String place, String first) {
    return Problem.error("HS-CALLER-016", "the role '" + role + "' stands twice in one file")
        .at(place)
        .because("it is also at " + first)
        .advising("keep one; the first one holds");
  }

  static Problem unknownInclude(
      String role, String missing, String place, Collection<String> known) {
    String nearest = Nearest.to(missing, known);
    return Problem.error(
            "HS-CALLER-017",
            "the role '" + role + "' includes '" + shown(missing) + "', which nobody knows")
        .at(place)
        .because(nearest.isEmpty() ? "" : "did you mean '" + nearest + "'?")
        .advising("the role is left out");
  }

  static Problem includesLeftOut(String role, String missing, String place) {
    return Problem.error(
            "HS-CALLER-018", "the role '" + role + "' includes '" + missing + "', left out above")
        .at(place)
        .advising("repair '" + missing + "', and this one is there as well");
  }

  static Problem cycle(List<String> way, String place) {
    List<String> first = way.subList(0, Math.min(way.size(), NAMED));
    String shown = String.join(" > ", first) + (first.size() < way.size() ? " > …" : "");
    return Problem.error("HS-CALLER-019", "the role '" + way.get(0) + "' includes itself")
        .at(place)
        .because(shown + " > " + way.get(0))
        .advising("take one of these includes away; all roles of the circle are left out");
  }

  static Problem tooManyRoles(String file, int most) {
    return Problem.error("HS-CALLER-020", "the file of roles holds more than " + most)
        .at(file)
        .because("more were never meant by anybody")
        .advising("the first " + most + " are there, the rest is left out");
  }
}
