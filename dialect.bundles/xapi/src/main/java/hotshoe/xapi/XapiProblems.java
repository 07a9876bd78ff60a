package hotshoe.xapi;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;

/** Everything that can be wrong with an archive of this format, beyond its declaration's values. */
final class XapiProblems {

  private XapiProblems() {}

  static Problem undeclared(String origin, String identity) {
    return Problem.note("HS-XAPI-001", "the archive has no calls.yaml; it is taken as " + identity)
        .at(origin)
        .because("without it calls have no types, and only administrators may make them")
        .advising("declare name, version and calls in a calls.yaml");
  }

  static Problem undeclaredCall(String origin, String file) {
    return Problem.note("HS-XAPI-002", "the call is not declared: " + file)
        .at(origin + "!" + file)
        .because("so it takes a map of texts, and only administrators may make it")
        .advising("declare it in calls.yaml");
  }

  static Problem notExecutable(String origin, String file) {
    return Problem.error("HS-XAPI-003", "the call's file cannot be executed")
        .at(origin + "!" + file)
        .because("it is not marked as executable, and begins like no program or script")
        .advising("chmod +x it, or begin it with a line such as #!/bin/sh, and pack again");
  }

  static Problem unmarked(String origin, String file) {
    return Problem.warning("HS-XAPI-004", "the call's file is not marked as executable")
        .at(origin + "!" + file)
        .because("it begins like a program, so it is taken for one; at its home it would fail")
        .advising("chmod +x it and pack again, with a tool that keeps the mark");
  }

  static Problem noCall(String origin, String file) {
    return Problem.warning("HS-XAPI-005", "an executable is left aside")
        .at(origin + "!" + file)
        .because("its name is that of no call, which is <class>.<message>")
        .advising("rename it, or put it into a folder");
  }

  static Problem clash(String place, String call, String other) {
    return Problem.error("HS-XAPI-006", call + " and " + other + " would be one operation")
        .at(place)
        .because("a dot and an underscore between class and message mean the same")
        .advising("rename one of the two");
  }

  static Problem nameless(String origin) {
    return Problem.error("HS-XAPI-007", "the archive's own name cannot be that of an extension")
        .at(origin)
        .because("and no calls.yaml says another")
        .advising("write name: into a calls.yaml, or rename the archive");
  }

  static Problem role(String place, String role, String near) {
    return Problem.warning("HS-XAPI-008", "the role is not one of XenAPI's: " + role)
        .at(place)
        .because("unless the operator has one of that name, nobody has it")
        .advising("did you mean '" + near + "'?");
  }

  static Problem notRun(ExtensionName extension, String call) {
    return Problem.error("HS-XAPI-009", call + " of " + extension + " was not run")
        .because("this host has nothing yet that runs executables of XenAPI calls")
        .advising("update the host; the extension can stay installed");
  }

  static Problem noCalls(String origin) {
    return Problem.error("HS-XAPI-010", "the archive holds no call")
        .at(origin)
        .because("a calls.yaml alone runs nothing")
        .advising("put the executables beside calls.yaml, each named like its call");
  }
}
