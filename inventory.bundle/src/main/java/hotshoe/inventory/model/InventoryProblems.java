package hotshoe.inventory.model;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;

/** What can be wrong with groups, hosts and variables, in words; home's words where it has some. */
final class InventoryProblems {

  private static final int LONGEST = 200;

  private InventoryProblems() {}

  static ProblemException emptyName(String kind, Object name) {
    return error(
        "HS-INVENTORY-001",
        "Invalid empty " + kind + " name provided: " + shown(String.valueOf(name)),
        "a " + kind + " is known by its name",
        "give it one");
  }

  static ProblemException unknownGroup(String name, String near) {
    return error(
        "HS-INVENTORY-002",
        "Could not find group " + shown(name) + " in inventory",
        "no source has declared it before",
        near.isEmpty() ? "declare the group first" : "did you mean '" + near + "'?");
  }

  static ProblemException unknownMember(String name) {
    return error(
        "HS-INVENTORY-003",
        shown(name) + " is not a known host nor group",
        "no source has declared it before",
        "declare it first");
  }

  static ProblemException unknownEntity(String name) {
    return error(
        "HS-INVENTORY-004",
        "Could not identify group or host named " + shown(name),
        "a variable is set for it before it is declared",
        "declare it first");
  }

  static ProblemException ownChild(String name) {
    return error(
        "HS-INVENTORY-005",
        "can't add group to itself",
        shown(name) + " is named among its own children",
        "remove it there");
  }

  static ProblemException loop(String child, String group) {
    return error(
        "HS-INVENTORY-006",
        "Adding group '"
            + shown(child)
            + "' as child to '"
            + shown(group)
            + "' creates a recursive dependency loop.",
        shown(group) + " is below " + shown(child) + " already",
        "remove one of the two");
  }

  static ProblemException priority(String group, String value, String why) {
    return error(
        "HS-INVENTORY-007",
        "the priority of group " + shown(group) + " is no whole number: " + shown(value),
        why,
        "write a whole number such as 10");
  }

  static ProblemException tooMany(String what, long limit) {
    return error(
        "HS-INVENTORY-008",
        "there are too many " + what,
        "more than " + limit + " are not taken, so that one line cannot fill the memory",
        "split the inventory");
  }

  static Problem badCharacters(String name, boolean areReplaced) {
    return Problem.warning(
            "HS-INVENTORY-020",
            areReplaced
                ? "Invalid characters were found in group names and automatically replaced"
                : "Invalid characters were found in group names but not replaced")
        .because(
            "the first one found is '"
                + shown(name)
                + "'; names of groups become names of variables, which have letters, digits and"
                + " '_' only")
        .advising(
            areReplaced
                ? "use the new names elsewhere too"
                : "rename the groups, or set ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS");
  }

  static Problem sameName(String name) {
    return Problem.warning(
            "HS-INVENTORY-021", "Found both group and host with same name: " + shown(name))
        .because("variables set for this name went to the group")
        .advising("rename one of them");
  }

  static Problem secondLocalhost(String found, String first) {
    return Problem.warning(
            "HS-INVENTORY-022",
            "A duplicate localhost-like entry was found ("
                + shown(found)
                + "). First found localhost was "
                + shown(first))
        .because("localhost, 127.0.0.1 and ::1 are one machine")
        .advising("keep one of them");
  }

  /** Words out of sources: short, and without anything that moves the cursor. */
  static String shown(String text) {
    String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
  }

  private static ProblemException error(String code, String what, String why, String advice) {
    return new ProblemException(Problem.error(code, what).because(why).advising(advice));
  }
}
