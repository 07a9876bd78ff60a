package hotshoe.ansible;

import hotshoe.problem.Problem;
import java.util.List;

/** Everything that can be wrong with an archive of inventories, and with the real Ansible. */
final class AnsibleProblems {

  private static final int LONGEST = 2000;

  private AnsibleProblems() {}

  static Problem nameless(String origin) {
    return Problem.error("HS-ANSIBLE-001", "the archive's own name cannot be that of an extension")
        .at(origin)
        .because("and no galaxy.yml says another")
        .advising("rename the archive, or pack a collection with its galaxy.yml");
  }

  static Problem collection(String origin, String file, String what) {
    return Problem.error("HS-ANSIBLE-002", "the collection's " + file + " does not say who it is")
        .at(origin + "!" + file)
        .because(what)
        .advising(
            "write namespace, name and version, as ansible-galaxy collection build needs them");
  }

  static Problem unmarked(String origin, String script) {
    return Problem.warning("HS-ANSIBLE-003", "an inventory script is not marked as executable")
        .at(origin + "!" + script)
        .because("it begins like a program, so it is taken for one; at its home it would fail")
        .advising("chmod +x it and pack again, with a tool that keeps the mark");
  }

  static Problem twins(String origin, String name, List<String> folders) {
    return Problem.error("HS-ANSIBLE-004", "two inventories would be called " + name)
        .at(origin)
        .because(String.join(" and ", folders) + " differ in what names cannot hold")
        .advising("rename one of the two folders");
  }

  static Problem noAnsible(String source, String plugin, String why) {
    return Problem.error("HS-ANSIBLE-005", "the plugin " + plugin + " was not run")
        .at(source)
        .because("it is written in Python for Ansible, and ansible-inventory did not start: " + why)
        .advising(
            "install ansible-core where the option processes.path looks, or take a plugin in Java");
  }

  static Problem failed(String source, String plugin, int code, String errors) {
    return Problem.error("HS-ANSIBLE-006", "Ansible could not read the source with " + plugin)
        .at(source)
        .because("it ended with exit code " + code + ": " + bounded(errors))
        .advising("run ansible-inventory --list on it by hand, or change the source");
  }

  static Problem unreadable(String source, String plugin, String why) {
    return Problem.error("HS-ANSIBLE-007", "what Ansible answered for " + plugin + " is unreadable")
        .at(source)
        .because(why)
        .advising("run ansible-inventory --list on the source by hand and look at its answer");
  }

  static Problem noFiles(String extension, String why) {
    return Problem.error(
            "HS-ANSIBLE-008", "the files of " + extension + " cannot be laid on the disk")
        .because(why)
        .advising("look at the disk and at the rights of the folder for data");
  }

  private static String bounded(String text) {
    String clean = text.strip();
    return clean.length() <= LONGEST ? clean : "... " + clean.substring(clean.length() - LONGEST);
  }
}
