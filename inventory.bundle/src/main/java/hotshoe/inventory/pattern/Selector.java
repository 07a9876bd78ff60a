package hotshoe.inventory.pattern;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses hosts of one inventory by patterns. Plain patterns are taken together, then those with
 * {@code &} and those with {@code !} are applied, whatever the order in which they are written (row
 * AN-46). Not thread-safe; the inventory may serve others at the same time.
 */
public final class Selector {

  private final Inventory inventory;
  private final Mismatch mismatch;
  private final PatternList lists;
  private final List<Problem> warnings = new ArrayList<>();

  /** What becomes of a pattern that matches nobody, by the words of the setting. */
  public enum Mismatch {
    /** Nothing is said. */
    IGNORE,
    /** It is told. */
    WARNING,
    /** The choice fails. */
    ERROR
  }

  /**
   * For an inventory.
   *
   * @param addresses what is one address with colons in it, such as {@code 2001:db8::1}
   */
  public Selector(Inventory inventory, Mismatch mismatch, Predicate<String> addresses) {
    this.inventory = inventory;
    this.mismatch = mismatch;
    this.lists = new PatternList(addresses);
  }

  /** What was noticed so far. */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * The hosts that a pattern means, each once.
   *
   * @throws ProblemException when it is wrong in itself, or asks for a place that is not there
   */
  public List<Host> select(String pattern) {
    return evaluate(lists.of(pattern));
  }

  /**
   * Those of them that a limit leaves (row AN-47).
   *
   * @param limit patterns; a limit that lists none limits nothing
   * @throws ProblemException also when a file of patterns cannot be read, and when nobody is left
   */
  public List<Host> select(String pattern, String limit, LimitFiles files) {
    List<Host> hosts = select(pattern);
    List<String> patterns = new ArrayList<>();
    lists.of(limit).forEach(part -> patterns.addAll(files.patterns(part)));
    if (!patterns.isEmpty()) {
      Set<Host> left = new LinkedHashSet<>(evaluate(patterns));
      hosts = hosts.stream().filter(left::contains).toList();
    }
    if (hosts.isEmpty()) {
      throw PatternProblems.nobody();
    }
    return hosts;
  }

  private List<Host> evaluate(List<String> patterns) {
    Set<Host> chosen = new LinkedHashSet<>();
    List<String> ordered = ordered(patterns);
    for (String pattern : ordered) {
      Collection<Host> matching = matching(pattern);
      switch (pattern.charAt(0)) {
        case '&' -> chosen.retainAll(set(matching));
        case '!' -> matching.forEach(chosen::remove);
        default -> chosen.addAll(matching);
      }
    }
    return List.copyOf(chosen);
  }

  /** Without a plain pattern, all are meant. */
  private static List<String> ordered(List<String> patterns) {
    Comparator<String> bySign = Comparator.comparingInt(pattern -> "&!".indexOf(pattern.charAt(0)));
    List<String> given = patterns.stream().filter(pattern -> !pattern.isEmpty()).toList();
    boolean hasPlain = given.stream().anyMatch(pattern -> !isSigned(pattern));
    return Stream.concat(hasPlain ? Stream.of() : Stream.of("all"), given.stream())
        .sorted(bySign)
        .toList();
  }

  private static boolean isSigned(String pattern) {
    return pattern.startsWith("&") || pattern.startsWith("!");
  }

  private static Set<Host> set(Collection<Host> hosts) {
    return hosts instanceof Set<Host> set ? set : new LinkedHashSet<>(hosts);
  }

  private Collection<Host> matching(String written) {
    if (inventory.host(written).isPresent()) {
      return List.of(inventory.host(written).get());
    }
    String pattern = isSigned(written) ? written.substring(1) : written;
    if (pattern.isEmpty()) {
      throw PatternProblems.empty(written);
    }
    Subscript subscript = Subscript.of(pattern);
    if (subscript.hasDash()) {
      warnings.add(PatternProblems.dash(pattern));
    }
    List<Host> matching = List.copyOf(matchingExpression(subscript.expression()));
    return subscript.of(pattern, matching);
  }

  private Set<Host> matchingExpression(String expression) {
    Predicate<String> matcher = NameMatcher.of(expression);
    Set<Host> matching = new LinkedHashSet<>();
    List<Group> groups =
        inventory.groups().stream().filter(group -> matcher.test(group.name())).toList();
    groups.forEach(group -> addBelow(group, matching));
    if (groups.isEmpty() || mayMatchHosts(expression)) {
      inventory.hosts().stream().filter(host -> matcher.test(host.name())).forEach(matching::add);
    }
    if (matching.isEmpty()) {
      inventory.implicitLocalhost(expression).ifPresent(matching::add);
    }
    if (matching.isEmpty() && groups.isEmpty() && !expression.equals("all")) {
      unmatched(expression);
    }
    return matching;
  }

  private static boolean mayMatchHosts(String expression) {
    return expression.startsWith("~") || expression.chars().anyMatch(c -> ".?*[".indexOf(c) >= 0);
  }

  /** The hosts of a group and of all below it, level by level, as sources put them there. */
  private static void addBelow(Group top, Set<Host> hosts) {
    Map<String, Group> seen = new LinkedHashMap<>();
    List<Group> level = List.of(top);
    while (!level.isEmpty()) {
      List<Group> below = new ArrayList<>();
      for (Group group : level) {
        if (seen.putIfAbsent(group.name(), group) == null) {
          hosts.addAll(group.hosts());
          below.addAll(group.children());
        }
      }
      level = below;
    }
  }

  private void unmatched(String expression) {
    Stream<String> names =
        Stream.concat(
            inventory.groups().stream().map(Group::name),
            inventory.hosts().stream().map(Host::name).limit(10_000));
    switch (mismatch) {
      case IGNORE -> {}
      case WARNING -> warnings.add(PatternProblems.unmatched(expression, names.toList(), false));
      case ERROR ->
          throw new ProblemException(PatternProblems.unmatched(expression, names.toList(), true));
    }
  }
}
