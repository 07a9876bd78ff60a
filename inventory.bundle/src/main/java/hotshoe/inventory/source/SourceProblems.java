package hotshoe.inventory.source;

import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.Collection;
import java.util.List;

/** What can be wrong with sources, plugins and settings, in words. */
final class SourceProblems {

  private SourceProblems() {}

  static Problem failed(String source, String plugin, List<Problem> reasons) {
    Problem first = reasons.get(0);
    String more = reasons.size() > 1 ? " (and " + (reasons.size() - 1) + " more)" : "";
    return Problem.warning(
            "HS-INVENTORY-110", "Failed to parse " + source + " with " + plugin + " plugin")
        .at(first.where())
        .because(first.what() + (first.why().isEmpty() ? "" : ": " + first.why()) + more)
        .advising(first.advice());
  }

  static Problem unparsed(String source) {
    return Problem.warning(
            "HS-INVENTORY-111", "Unable to parse " + source + " as an inventory source")
        .because("none of the enabled plugins could read it")
        .advising("see the reasons above; set ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED to fail");
  }

  static ProblemException anyUnparsed(String source) {
    return error(
        Problem.error("HS-INVENTORY-112", "Completely failed to parse inventory source " + source)
            .because("ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED is set")
            .advising("correct or remove the source"));
  }

  static Problem nothingRead() {
    return Problem.warning(
            "HS-INVENTORY-113", "No inventory was parsed, only implicit localhost is available")
        .advising("name a source that can be read");
  }

  static ProblemException nothingReadFails() {
    return error(
        Problem.error(
                "HS-INVENTORY-114",
                "No inventory was parsed, please check your configuration and options.")
            .because("ANSIBLE_INVENTORY_UNPARSED_FAILED is set")
            .advising("name a source that can be read"));
  }

  static Problem unknownPlugin(String name, Collection<String> known) {
    return Problem.warning("HS-INVENTORY-115", "Failed to load inventory plugin, skipping " + name)
        .because("nothing here has this name")
        .advising(near(name, known));
  }

  static ProblemException noPlugins() {
    return error(
        Problem.error(
                "HS-INVENTORY-116",
                "No inventory plugins available to generate inventory, make sure you have at least"
                    + " one enabled.")
            .advising("correct ANSIBLE_INVENTORY_ENABLED, or remove it"));
  }

  static ProblemException unknownDelegate(String source, String name, Collection<String> known) {
    return error(
        Problem.error(
                "HS-INVENTORY-117",
                "inventory config '" + source + "' specifies unknown plugin '" + name + "'")
            .at(source)
            .advising(near(name, known)));
  }

  static ProblemException refusedDelegate(String source, String name) {
    return error(
        Problem.error(
                "HS-INVENTORY-118",
                "inventory source '"
                    + source
                    + "' could not be verified by inventory plugin '"
                    + name
                    + "'")
            .at(source)
            .advising("give the file a name that the plugin accepts"));
  }

  static ProblemException variables(String place, String why) {
    return error(
        Problem.error("HS-INVENTORY-119", "the file of variables holds no variables")
            .at(place)
            .because(why)
            .advising("write NAME: VALUE on each line"));
  }

  static Problem noFolder(String place, String name) {
    return Problem.warning(
            "HS-INVENTORY-120", "Found " + name + " that is not a directory, skipping")
        .at(place)
        .advising("make it a folder with a file for each group or host");
  }

  static Problem duplicate(String place, Object key) {
    return Problem.warning(
            "HS-INVENTORY-121",
            "found a duplicate dict key (" + key + "). Using last defined value only.")
        .at(place)
        .advising("keep one of them");
  }

  static ProblemException duplicateFails(String place, Object key) {
    return error(
        Problem.error("HS-INVENTORY-121", "found a duplicate dict key (" + key + ")")
            .at(place)
            .because("ANSIBLE_DUPLICATE_YAML_DICT_KEY is error")
            .advising("keep one of them"));
  }

  static Problem option(String place, String what) {
    return Problem.error("HS-INVENTORY-122", what)
        .at(place)
        .advising("see the options of the plugin");
  }

  static Problem unknownOption(String place, String plugin, String name, Collection<String> known) {
    String near = Nearest.to(name, known);
    return Problem.warning("HS-INVENTORY-175", "plugin " + plugin + " has no option '" + name + "'")
        .at(place)
        .because("it is passed over")
        .advising(
            near.isEmpty()
                ? "see its options with --doc " + plugin
                : "did you mean '" + near + "'?");
  }

  static ProblemException encryptedOption(String plugin) {
    return error(
        Problem.error("HS-INVENTORY-176", "an option of plugin " + plugin + " is encrypted")
            .because("no password of Vault is known, or it is another one")
            .advising("name its file in ANSIBLE_VAULT_PASSWORD_FILE"));
  }

  static ProblemException setting(String name, String value, List<String> known) {
    return error(
        Problem.error("HS-INVENTORY-123", name + " cannot be '" + value + "'")
            .advising("use one of " + String.join(", ", known)));
  }

  static ProblemException wrongName(String source, String name, String wanted) {
    return error(
        Problem.error("HS-INVENTORY-124", "Incorrect plugin name in file: " + name)
            .at(source)
            .because("this is the configuration of another plugin than " + wanted)
            .advising("write 'plugin: " + wanted + "'"));
  }

  static ProblemException emptyConfiguration(String source, String what) {
    return error(
        Problem.error("HS-INVENTORY-125", what).at(source).advising("write options into it"));
  }

  static Problem precedence(String word) {
    return Problem.warning(
            "HS-INVENTORY-126", "Ignoring unknown variable precedence entry: " + word)
        .advising("correct ANSIBLE_PRECEDENCE");
  }

  static Problem loop(String folder) {
    return Problem.warning("HS-INVENTORY-127", "the folder " + folder + " contains itself")
        .because("a link leads back to a folder around it")
        .advising("remove the link");
  }

  static ProblemException configuration(String file, String why) {
    return error(
        Problem.error("HS-INVENTORY-128", "the configuration file cannot be read")
            .at(file)
            .because(why)
            .advising("correct it, or name another one in ANSIBLE_CONFIG"));
  }

  static ProblemException cacheKind(String source, String kind) {
    return error(
        Problem.error("HS-INVENTORY-130", "Unable to load the cache plugin '" + kind + "'")
            .at(source)
            .because("answers are kept as jsonfile or in memory")
            .advising("set cache_plugin to jsonfile"));
  }

  static ProblemException cacheFolder(String source) {
    return error(
        Problem.error(
                "HS-INVENTORY-131",
                "No setting was provided for required configuration of the cache: _uri")
            .at(source)
            .because("answers are to be kept in files, and nobody said where")
            .advising("set cache_connection to a folder"));
  }

  static ProblemException cacheFile(String file, String why) {
    return error(
        Problem.error("HS-INVENTORY-132", "a cache file cannot be read and was removed")
            .at(file)
            .because(why)
            .advising("read the inventory again"));
  }

  static ProblemException facts(String file, String why) {
    return error(
        Problem.error("HS-INVENTORY-178", "facts that were gathered before cannot be read")
            .at(file)
            .because(why)
            .advising("remove the file, or gather the facts of this host again"));
  }

  static Problem restrictedFact(String file, String name) {
    return Problem.warning("HS-INVENTORY-179", "Removed restricted key from module data: " + name)
        .at(file)
        .because("a fact must not change how a host is reached")
        .advising("set it in the inventory instead");
  }

  static Problem broke(String plugin, Throwable failure) {
    return Problem.error("HS-INVENTORY-129", "plugin " + plugin + " broke off")
        .because(String.valueOf(failure))
        .advising("tell the author of the plugin");
  }

  private static String near(String name, Collection<String> known) {
    String nearest = Nearest.to(name, known);
    return nearest.isEmpty() ? "correct the name" : "did you mean '" + nearest + "'?";
  }

  private static ProblemException error(Problem problem) {
    return new ProblemException(problem);
  }
}
