package hotshoe.inventory.format;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;

/** What can be wrong with a source, in words; home's words where it has some. */
final class FormatProblems {

  private static final int LONGEST = 400;
  private static final int LONGEST_QUOTE = 120;

  private FormatProblems() {}

  static ProblemException unreadable(String place, String why) {
    return error(
        Problem.error("HS-INVENTORY-050", "the file cannot be read")
            .at(place)
            .because(shown(why))
            .advising("give the user that runs this the right to read it"));
  }

  static ProblemException tooLarge(String place, long limit) {
    return error(
        Problem.error("HS-INVENTORY-051", "the source is too large")
            .at(place)
            .because("it has more than " + (limit >> 20) + " MB")
            .advising("split it"));
  }

  static ProblemException vault(String place, String what) {
    return error(
        Problem.error("HS-INVENTORY-052", what)
            .at(place)
            .because("the whole file is encrypted, and its password is not known here")
            .advising("name a file with the password in ANSIBLE_VAULT_PASSWORD_FILE"));
  }

  static ProblemException noText(String place, String why) {
    return error(
        Problem.error("HS-INVENTORY-053", "the source is no text")
            .at(place)
            .because(why)
            .advising("save it as UTF-8"));
  }

  static ProblemException noData(String place, String why) {
    return error(
        Problem.error("HS-INVENTORY-054", "the file is neither JSON nor YAML")
            .at(place)
            .because(shown(why))
            .advising("correct this line"));
  }

  static ProblemException ini(String place, String what, String advice) {
    return error(Problem.error("HS-INVENTORY-055", shown(what)).at(place).advising(advice));
  }

  static ProblemException iniValue(String place, String what, String why) {
    return error(
        Problem.error("HS-INVENTORY-056", shown(what))
            .at(place)
            .because(shown(why))
            .advising("put it into quotes"));
  }

  static ProblemException range(String place, String pattern, String why) {
    return error(
        Problem.error("HS-INVENTORY-057", "'" + shown(quoted(pattern)) + "' is no range of hosts")
            .at(place)
            .because(shown(why))
            .advising("write it as [begin:end] or [begin:end:step]"));
  }

  static ProblemException structure(String place, String what, String advice) {
    return error(Problem.error("HS-INVENTORY-058", shown(what)).at(place).advising(advice));
  }

  static ProblemException isConfiguration(String place, String kind) {
    return error(
        Problem.error(
                "HS-INVENTORY-059",
                "Plugin configuration " + kind + " file, not " + kind + " inventory")
            .at(place)
            .because("it has a key 'plugin' with a value")
            .advising("name it .yml, so that the plugin it names reads it"));
  }

  static Problem skipped(String place, String what) {
    return Problem.warning("HS-INVENTORY-060", shown(what))
        .at(place)
        .advising("a group has \"vars\", \"children\" and \"hosts\", each a map");
  }

  static ProblemException toml(String place, String why) {
    return error(
        Problem.error("HS-INVENTORY-061", "the file is no TOML")
            .at(place)
            .because(shown(why))
            .advising("correct this line"));
  }

  static ProblemException script(String place, String what, String why) {
    return error(
        Problem.error("HS-INVENTORY-062", shown(what))
            .at(place)
            .because(shown(why))
            .advising("run the script by hand with --list"));
  }

  static Problem complaint(String place, String text) {
    return Problem.warning("HS-INVENTORY-063", "the script wrote to its standard error")
        .at(place)
        .because(shown(text.strip()))
        .advising("set ANSIBLE_INVENTORY_PLUGIN_SCRIPT_STDERR=false to hide this");
  }

  static ProblemException noPlugin(String place) {
    return error(
        Problem.error(
                "HS-INVENTORY-064",
                "no root 'plugin' key found, '"
                    + place
                    + "' is not a"
                    + " valid YAML inventory plugin config file")
            .at(place)
            .advising("name the plugin: 'plugin: NAME'"));
  }

  /** A part of a source within a sentence: shorter still. */
  static String quoted(String text) {
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
  }

  /** Words out of sources: short, and without anything that moves the cursor. */
  static String shown(String text) {
    String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ");
  }

  private static ProblemException error(Problem problem) {
    return new ProblemException(problem);
  }
}
