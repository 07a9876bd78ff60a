package hotshoe.inventory.tool;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** What can be wrong with a command line, in words. */
final class ToolProblems {

  private static final int SHOWN = 200;

  private ToolProblems() {}

  static Problem unknown(String word, String near) {
    return Problem.error("HS-INVENTORY-160", "'" + shown(word) + "' is not known here")
        .advising(near.isEmpty() ? "see --help" : "did you mean " + near + "?");
  }

  static Problem ambiguous(String word, List<String> meant) {
    return Problem.error("HS-INVENTORY-160", "'" + shown(word) + "' could mean several things")
        .advising("write one of " + String.join(", ", meant));
  }

  static Problem tooMuch(String word) {
    return Problem.error("HS-INVENTORY-160", "'" + shown(word) + "' is one word too many")
        .because("only one group or name may stand by itself")
        .advising("put texts with blanks into quotes");
  }

  static Problem noValue(String name) {
    return Problem.error("HS-INVENTORY-161", name + " takes no value")
        .advising("write " + name + " alone");
  }

  static Problem missingValue(String name) {
    return Problem.error("HS-INVENTORY-161", name + " needs a value")
        .advising("write it behind " + name + "; tie it with '=' if it begins with '-'");
  }

  static Problem noAction(List<String> actions) {
    return Problem.error(
            "HS-INVENTORY-162",
            "No action selected, at least one of --host, --graph or --list needs to be specified")
        .advising("choose one of " + String.join(", ", actions));
  }

  static Problem severalActions(List<String> given) {
    return Problem.error(
            "HS-INVENTORY-162",
            "Conflicting options used, only one of --host, --graph or --list can be used at the"
                + " same time")
        .because(String.join(" and ", given) + " are given")
        .advising("keep one of them");
  }

  static Problem severalForms() {
    return Problem.error("HS-INVENTORY-162", "--yaml and --toml cannot both be printed")
        .advising("keep one of them");
  }

  static Problem notOneHost(String pattern, int matching, String near) {
    return notOne("You must pass a single valid host to --host parameter", pattern, matching, near);
  }

  static Problem notOneExplained(String pattern, int matching, String near) {
    return notOne("One host is explained at a time", pattern, matching, near);
  }

  private static Problem notOne(String what, String pattern, int matching, String near) {
    String nearest = near.isEmpty() ? "see the names with --graph" : "did you mean '" + near + "'?";
    return Problem.error("HS-INVENTORY-163", what)
        .because(
            "'" + shown(pattern) + "' matches " + (matching == 0 ? "none" : matching + " hosts"))
        .advising(matching == 0 ? nearest : "choose one of them, for instance with [0] behind it");
  }

  static Problem noVariable(String host, String name, String near) {
    return Problem.error(
            "HS-INVENTORY-173", "Host " + host + " has no variable '" + shown(name) + "'")
        .because("no source, no file and nobody else gives it")
        .advising(
            near.isEmpty()
                ? "see all of them with --explain " + host
                : "did you mean '" + near + "'?");
  }

  static Problem noPlugin(String name, String near) {
    return Problem.error("HS-INVENTORY-174", "No plugin is called '" + shown(name) + "'")
        .because("neither this program nor an extension brings it")
        .advising(near.isEmpty() ? "see all of them with --doc" : "did you mean '" + near + "'?");
  }

  static Problem noGroup(String pattern, String near) {
    return Problem.error("HS-INVENTORY-164", "Pattern must be valid group name when using --graph")
        .because("no group is called '" + shown(pattern) + "'")
        .advising(near.isEmpty() ? "see the names with --graph" : "did you mean '" + near + "'?");
  }

  static Problem noMap(String text) {
    return Problem.error(
            "HS-INVENTORY-165",
            "Invalid extra vars data supplied. '"
                + shown(text)
                + "' could not be made into a dictionary")
        .advising("write NAME=VALUE, a map in JSON or YAML, or @FILE with such a map");
  }

  static Problem noPair(String text) {
    return Problem.error("HS-INVENTORY-177", "'" + shown(text) + "' gives no option a value")
        .advising("write NAME=VALUE or PLUGIN.NAME=VALUE; see the names with --doc PLUGIN");
  }

  static Problem noExtraFile(String text) {
    return Problem.error(
            "HS-INVENTORY-165", "Please prepend extra_vars filename '" + shown(text) + "' with '@'")
        .advising("write -e @" + shown(text));
  }

  static Problem notWritten(String file, IOException failure) {
    return Problem.error("HS-INVENTORY-166", "Unable to write to " + shown(file))
        .because(why(failure))
        .advising("make room, or choose another place");
  }

  private static String why(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "its folder is not there";
    }
    return failure instanceof AccessDeniedException
        ? "the system does not allow it"
        : String.valueOf(failure.getMessage());
  }

  static Problem notDecrypted() {
    return Problem.error("HS-INVENTORY-170", "An encrypted variable cannot be shown in clear")
        .because("no password of Vault is known, or it is another one")
        .advising("name its file with --vault-password-file, or leave --vars away");
  }

  static Problem interrupted() {
    return Problem.error("HS-INVENTORY-167", "User interrupted execution")
        .advising("nothing was written to a file");
  }

  static Problem broken(Throwable bug) {
    return Problem.error("HS-INVENTORY-168", "Unexpected Exception, this is probably a bug")
        .because(String.valueOf(bug))
        .advising("tell the makers, with the source if you can");
  }

  static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
  }

  static Problem notAlone(List<String> sources) {
    return Problem.error("HS-INVENTORY-183", "an inventory that the host keeps stands alone")
        .at(String.join(", ", sources))
        .because("it is read already, so no other source or variable can be laid over it")
        .advising("name it alone, or add the sources and variables to its definition");
  }
}
