package hotshoe.core.setting;

import hotshoe.core.storage.PrivateFile;
import hotshoe.core.text.OneLine;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.setting.Settings;
import hotshoe.type.Fault;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem that settings can have, in the words in which people read it. */
final class SettingProblems {

  private SettingProblems() {}

  static Problem clash(String name, ExtensionName first, ExtensionName second) {
    return Problem.error(
            "HS-SETTING-001",
            "the setting " + name + " of " + second + " is refused as a duplicate")
        .at("extension " + second)
        .because(first + " declared a setting of that name before")
        .advising("rename one, or remove " + first + " and this one takes its place");
  }

  static Problem unfit(String name, ExtensionName owner, Class<?> provider, String why) {
    return Problem.error("HS-SETTING-002", "the setting " + name + " of " + owner + " is refused")
        .at(provider.getName())
        .because(why)
        .advising("correct its declaration; the other settings of " + owner + " are not affected");
  }

  static Problem undeclared(ExtensionName owner, String provider, String why) {
    return Problem.error("HS-SETTING-003", "the settings of " + owner + " could not be asked for")
        .at(provider)
        .because(why)
        .advising("the extension's author must correct SettingProvider.settings()");
  }

  static Problem unknown(String name, Collection<String> known) {
    return Problem.error("HS-SETTING-004", "there is no setting " + clipped(name))
        .because("no extension that is active declares it")
        .advising(
            meaning(name, known, "list them with setting:list; a removed extension's values wait"));
  }

  static Problem noEnvironment(String name, Collection<String> known) {
    return Problem.error("HS-SETTING-005", "there is no environment " + clipped(name))
        .advising(meaning(name, known, "there are " + String.join(", ", known)));
  }

  private static String meaning(String name, Collection<String> known, String otherwise) {
    String near = Nearest.to(name, known);
    return near.isEmpty() ? otherwise : "did you mean " + near + "?";
  }

  static Problem environmentName(String name) {
    return Problem.error("HS-SETTING-006", clipped(name) + " cannot name an environment")
        .because(
            "a name has 1 to 63 lower-case letters, digits, '_' and '-', and begins with a letter"
                + " or digit")
        .advising("choose another name");
  }

  static Problem environmentExists(String name) {
    return Problem.error("HS-SETTING-007", "there is an environment " + name + " already")
        .advising("choose another name, or clear that one");
  }

  static Problem invalid(String name, String environment, List<Fault> faults) {
    return Problem.error("HS-SETTING-008", "the setting " + name + " cannot have this value")
        .at("environment " + environment)
        .because(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")))
        .advising("nothing was changed; give a value that fits");
  }

  static Problem guarded(String name, String environment, String reason) {
    return Problem.error("HS-SETTING-009", "the setting " + name + " is protected")
        .at("environment " + environment)
        .because(reason)
        .advising("change it where that says");
  }

  static Problem guardedEnvironment(String name, String what) {
    return Problem.error("HS-SETTING-010", "the environment " + name + " cannot be " + what)
        .because("its setting protected_environment is true")
        .advising("set protected_environment to false in " + name + " first");
  }

  static Problem alwaysThere() {
    return Problem.error(
            "HS-SETTING-011",
            "the environment " + Settings.DEFAULT_ENVIRONMENT + " cannot be deleted")
        .because("it is always there")
        .advising("clear it instead");
  }

  static Problem notStored(String environment, String why) {
    return Problem.error("HS-SETTING-012", "the settings of " + environment + " cannot be stored")
        .because(why)
        .advising("nothing was changed; look for space and rights in the data folder");
  }

  static Problem notRead(String why) {
    return Problem.error("HS-SETTING-013", "the stored settings cannot be read")
        .because(why)
        .advising("look for rights in the data folder");
  }

  static Problem setAside(String file, String aside, IOException why) {
    return Problem.warning("HS-SETTING-014", "a stored configuration was set aside as " + aside)
        .at("settings/" + file)
        .because(PrivateFile.words(why))
        .advising("its settings have their defaults; repair it and name it " + file + " again");
  }

  static Problem unreadable(String file, IOException why) {
    return Problem.error("HS-SETTING-015", "a stored configuration cannot be read")
        .at("settings/" + file)
        .because(PrivateFile.words(why))
        .advising("its settings have their defaults; look for rights in the data folder");
  }

  static Problem unusable(String name, String environment, List<Fault> faults) {
    return Problem.warning("HS-SETTING-016", "the stored value of " + name + " is not used")
        .at("environment " + environment)
        .because(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")))
        .advising("the default stands in; set or reset it");
  }

  static Problem refusedTool(Problem why) {
    return Problem.warning("HS-SETTING-017", "a change made in Configuration Admin was undone")
        .at(why.where())
        .because(why.what() + (why.why().isEmpty() ? "" : ": " + why.why()))
        .advising("what was there before is in effect");
  }

  static Problem slow(String listener, String event) {
    return Problem.warning("HS-SETTING-018", "a listener to environments does not come back")
        .at(listener)
        .because("it is still busy with: " + event)
        .advising("nothing waits for it; its later events wait in order");
  }

  static Problem threw(String listener, String event, Throwable thrown) {
    return Problem.warning("HS-SETTING-019", "a listener to environments failed")
        .at(listener)
        .because(event + ": " + thrown)
        .advising("the change was made all the same");
  }

  static Problem overflow(String listener, int kept) {
    return Problem.warning("HS-SETTING-020", "a listener to environments misses events")
        .at(listener)
        .because("it has left " + kept + " events waiting")
        .advising("its author must make it quicker");
  }

  static Problem notOrphaned(Settings.Orphan orphan) {
    return Problem.error(
            "HS-SETTING-021",
            "there is no orphan " + clipped(orphan.setting()) + " of " + clipped(orphan.owner()))
        .at("environment " + clipped(orphan.environment()))
        .advising("list them with setting:orphans; what is declared is reset, not forgotten");
  }

  static Problem declaredOtherwise(String name, ExtensionName owner, String type) {
    return Problem.error("HS-SETTING-022", "the setting " + name + " is of another type")
        .because(owner + " declares it as " + type)
        .advising("use the constant with which " + owner + " declares it");
  }

  static Problem badReason() {
    return Problem.error("HS-SETTING-023", "a protection needs a reason")
        .because("who meets it must learn where to change the value")
        .advising("say where the values come from, in at most 300 characters");
  }

  private static String clipped(String name) {
    return "'" + OneLine.inMessage(name, 80) + "'";
  }
}
