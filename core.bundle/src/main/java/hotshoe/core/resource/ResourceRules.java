package hotshoe.core.resource;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a resource must be. Kinds become file names and everything becomes a line of UTF-8, so both
 * are seen to here; values are never quoted.
 */
final class ResourceRules {

  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_VALUE = 1 << 20;
  private static final int MOST_DETAILS = 1000;
  private static final int MOST_PROBLEMS = 20;

  private ResourceRules() {}

  /** Throws all that is wrong with these resources, or the first twenty of it. */
  static void check(Collection<Resource> resources) {
    List<Problem> problems = new ArrayList<>();
    for (Resource resource : resources) {
      check(resource, problems);
      if (problems.size() >= MOST_PROBLEMS) {
        break;
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static void check(Resource resource, List<Problem> problems) {
    if (!KIND.matcher(resource.ref().kind()).matches()) {
      problems.add(ResourceProblems.kind(resource.ref().kind()));
    }
    if (!isName(resource.ref().id())) {
      problems.add(ResourceProblems.name("identifier", resource.ref().id(), LONGEST_NAME));
    }
    if (!isName(resource.name())) {
      problems.add(ResourceProblems.name("name", resource.name(), LONGEST_NAME));
    }
    if (resource.details().size() > MOST_DETAILS) {
      problems.add(ResourceProblems.tooManyDetails(resource, MOST_DETAILS));
    }
    resource.details().entrySet().stream()
        .limit(MOST_DETAILS)
        .forEach(detail -> check(resource, detail, problems));
  }

  private static void check(
      Resource resource, Map.Entry<String, Detail> detail, List<Problem> problems) {
    if (!isName(detail.getKey())) {
      problems.add(ResourceProblems.name("key of a detail", detail.getKey(), LONGEST_NAME));
    }
    String value = detail.getValue().reveal();
    if (value.length() > LONGEST_VALUE) {
      problems.add(ResourceProblems.tooLong(resource, detail.getKey(), LONGEST_VALUE));
    } else if (hasHalfCharacter(value)) {
      problems.add(ResourceProblems.noText(resource, detail.getKey()));
    }
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NAME
        && text.strip().length() == text.length()
        && text.chars().noneMatch(Character::isISOControl)
        && !hasHalfCharacter(text);
  }

  /** Half of a surrogate pair, which no file can hold. */
  private static boolean hasHalfCharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
