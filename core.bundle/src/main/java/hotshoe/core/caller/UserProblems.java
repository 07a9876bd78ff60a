package hotshoe.core.caller;

import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/**
 * Every problem that users, passwords and tokens can have, in the words in which people read it.
 */
final class UserProblems {

  private static final String FILE = "data/users.json";

  private UserProblems() {}

  private static String shown(String text) {
    return CallerProblems.shown(text);
  }

  static Problem unreadable(String why) {
    return Problem.error("HS-CALLER-030", "the file of users cannot be read")
        .at(FILE)
        .because(why)
        .advising("nobody can log in and no user can be changed; repair it and start again");
  }

  static Problem setAside(Path aside, String why) {
    return Problem.error("HS-CALLER-031", "the file of users is damaged and was set aside")
        .at(FILE)
        .because(why)
        .advising("nobody can log in; " + repair("data/" + aside.getFileName()));
  }

  static Problem stillAside(Path aside) {
    return Problem.error("HS-CALLER-032", "there are no users, and no administrator is made")
        .at(FILE)
        .because("a damaged file of users was set aside and is still there")
        .advising(repair("data/" + aside.getFileName()));
  }

  private static String repair(String aside) {
    return "repair "
        + aside
        + ", give it its old name and start again, or delete it to begin with a new"
        + " administrator, or add users with user:add in the shell";
  }

  static Problem notWritten(String why) {
    return Problem.error("HS-CALLER-033", "the change to the users could not be written down")
        .at(FILE)
        .because(why)
        .advising("nothing was changed; make room, or let the host's user write there");
  }

  static Problem badName(String whose, String name) {
    return Problem.error("HS-CALLER-034", "'" + shown(name) + "' cannot be the name of a " + whose)
        .because(
            "a name has up to 64 letters a to z, digits and . _ @ + -, and begins with a letter or"
                + " a digit");
  }

  static Problem takenName(String name) {
    return Problem.error("HS-CALLER-034", "'" + shown(name) + "' cannot be the name of a user")
        .because("the host goes by it itself");
  }

  static Problem passwordLength(String user, int shortest, int longest) {
    return badPassword(user)
        .because("it must have " + shortest + " to " + longest + " characters")
        .advising("take a few words in a row");
  }

  static Problem passwordCharacters(String user) {
    return badPassword(user).because("it holds a control character or half a character");
  }

  static Problem passwordIsName(String user) {
    return badPassword(user).because("it is the user's name").advising("take another one");
  }

  private static Problem badPassword(String user) {
    return Problem.error("HS-CALLER-035", "this cannot be the password of " + shown(user));
  }

  static Problem unknownRole(String role, Collection<String> known) {
    return Problem.error("HS-CALLER-036", "there is no role '" + shown(role) + "'")
        .because(meant(Nearest.to(role, known)))
        .advising("role:list in the shell lists all roles");
  }

  static Problem unknownUser(String user, Collection<String> known) {
    return Problem.error("HS-CALLER-037", "there is no user '" + shown(user) + "'")
        .because(meant(Nearest.to(user, known)))
        .advising("user:list in the shell lists all users");
  }

  private static String meant(String nearest) {
    return nearest.isEmpty() ? "" : "did you mean '" + nearest + "'?";
  }

  static Problem userExists(String user) {
    return Problem.error("HS-CALLER-038", "there is a user '" + shown(user) + "' already")
        .because("names that differ in case only are the same")
        .advising("take another name, or change that user");
  }

  static Problem lastAdministrator(String user) {
    return Problem.error("HS-CALLER-039", shown(user) + " is the last administrator")
        .because("without one nobody could manage users any more")
        .advising("give another user the role pool-admin first");
  }

  static Problem tokenExists(String user, String token) {
    return Problem.error(
            "HS-CALLER-041", shown(user) + " has a token '" + shown(token) + "' already")
        .advising("take another name, or remove that token first");
  }

  static Problem unknownToken(String user, String token, Collection<String> known) {
    return Problem.error("HS-CALLER-042", shown(user) + " has no token '" + shown(token) + "'")
        .because(meant(Nearest.to(token, known)))
        .advising("user:list in the shell lists all tokens");
  }

  static Problem tooManyFailures(String user, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Problem.error("HS-CALLER-043", "too many wrong passwords")
        .at(shown(user))
        .because("the password was not looked at")
        .advising("try again in " + seconds + (seconds == 1 ? " second" : " seconds"));
  }

  static Problem tooManyWait() {
    return Problem.error("HS-CALLER-044", "too many passwords wait to be checked")
        .because("each takes memory, so only a few are checked at a time")
        .advising("try again in a few seconds; programs should use a token");
  }

  static Problem outOfBounds(String key, long given, int used, int least, int most) {
    return Problem.warning("HS-CALLER-045", key + " is " + given + ", and " + used + " is used")
        .because("it must be " + least + " to " + most)
        .advising("correct it in the configuration");
  }

  static Problem tooMany(String what, int most) {
    return Problem.error("HS-CALLER-046", "there are too many " + what)
        .because("there can be " + most)
        .advising("remove those that nobody needs");
  }
}
