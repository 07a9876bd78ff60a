package hotshoe.core.caller;

import hotshoe.caller.Role;
import hotshoe.caller.Roles;
import hotshoe.problem.Problem;
import hotshoe.type.SecretText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What names and passwords may be. */
final class UserRules {

  static final int SHORTEST = 8;
  static final int LONGEST = 1000;

  private static final int LONGEST_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

  /** Names that the host goes by itself: a user of that name could be taken for it. */
  private static final Set<String> TAKEN = Set.of("host");

  private UserRules() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !TAKEN.contains(folded(name));
  }

  /** A name without its case, and never long: strangers send names as well. */
  static String folded(String name) {
    String bounded = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME + 1) : name;
    return bounded.toLowerCase(Locale.ROOT);
  }

  static void checkName(String name, List<Problem> problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(UserProblems.badName("user", name));
    } else if (TAKEN.contains(folded(name))) {
      problems.add(UserProblems.takenName(name));
    }
  }

  static void checkTokenName(String name, List<Problem> problems) {
    if (!isName(name)) {
      problems.add(UserProblems.badName("token", name));
    }
  }

  /** Whether it is worth hashing at all: nobody has any other password. */
  static boolean isHashable(SecretText password) {
    String text = password.reveal();
    return !text.isEmpty() && text.length() <= LONGEST && isText(text);
  }

  static void checkPassword(String user, SecretText password, List<Problem> problems) {
    String text = password.reveal();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      problems.add(UserProblems.passwordLength(user, SHORTEST, LONGEST));
    } else if (!isText(text)) {
      problems.add(UserProblems.passwordCharacters(user));
    } else if (folded(text).equals(folded(user))) {
      problems.add(UserProblems.passwordIsName(user));
    }
  }

  /** Half a character cannot be encoded: two passwords with different halves would be the same. */
  private static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }

  /** The roles as they are known; unknown ones are problems. */
  static Set<String> checkRoles(Set<String> given, Roles roles, List<Problem> problems) {
    Set<String> known = new TreeSet<>();
    for (String name : new TreeSet<>(given)) {
      Optional<Role> role = roles.find(name);
      role.ifPresentOrElse(
          found -> known.add(found.name()),
          () ->
              problems.add(
                  UserProblems.unknownRole(name, roles.list().stream().map(Role::name).toList())));
    }
    return known;
  }
}
