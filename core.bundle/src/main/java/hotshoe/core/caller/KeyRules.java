package hotshoe.core.caller;

import hotshoe.caller.Access.KeyAccess;
import hotshoe.core.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds a key that the caller may not give (row XA-37). */
final class KeyRules {

  private static final int WHOLE = Integer.MAX_VALUE;
  private static final int NOT_AT_ALL = -1;

  /**
   * A rule that is not met.
   *
   * @param place the parameter, and the key where it is one of a map
   * @param anyOf the roles it takes
   */
  record Unmet(String place, Set<String> anyOf) {}

  private final List<KeyAccess> rules;
  private final Predicate<Set<String>> has;

  private KeyRules(List<KeyAccess> rules, Predicate<Set<String>> has) {
    this.rules = rules;
    this.has = has;
  }

  /**
   * The first rule that is not met.
   *
   * @param rules all rules of the operation
   * @param arguments what was given, before it was checked: it may be anything
   * @param has whether the caller has one of these roles
   */
  static Optional<Unmet> unmet(
      List<KeyAccess> rules, Map<String, ?> arguments, Predicate<Set<String>> has) {
    KeyRules check = new KeyRules(rules, has);
    for (Map.Entry<String, ?> argument : arguments.entrySet()) {
      Optional<Unmet> unmet = check.unmet(String.valueOf(argument.getKey()), argument.getValue());
      if (unmet.isPresent()) {
        return unmet;
      }
    }
    return Optional.empty();
  }

  private Optional<Unmet> unmet(String parameter, Object value) {
    List<KeyAccess> own = rules.stream().filter(rule -> same(rule.parameter(), parameter)).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> map) {
      return unmetOf(own, map, parameter);
    }
    // Text may still become a map with any key: it needs what every key needs.
    boolean nothing = value == null;
    return own.stream()
        .filter(rule -> rule.key().isEmpty() || !nothing)
        .filter(rule -> !has.test(rule.anyOf()))
        .map(rule -> new Unmet(parameter, rule.anyOf()))
        .findFirst();
  }

  private Optional<Unmet> unmetOf(List<KeyAccess> own, Map<?, ?> map, String parameter) {
    for (KeyAccess rule : own) {
      if (rule.key().isEmpty() && !has.test(rule.anyOf())) {
        return Optional.of(new Unmet(parameter, rule.anyOf()));
      }
    }
    for (Object key : map.keySet()) {
      Optional<Unmet> unmet = unmetKey(own, parameter, String.valueOf(key));
      if (unmet.isPresent()) {
        return unmet;
      }
    }
    return Optional.empty();
  }

  private Optional<Unmet> unmetKey(List<KeyAccess> own, String parameter, String key) {
    int best = NOT_AT_ALL;
    for (KeyAccess rule : own) {
      best = Math.max(best, fit(rule, key));
    }
    for (KeyAccess rule : own) {
      if (best != NOT_AT_ALL && fit(rule, key) == best && !has.test(rule.anyOf())) {
        return Optional.of(new Unmet(parameter + "/" + OneLine.of(key, 100), rule.anyOf()));
      }
    }
    return Optional.empty();
  }

  /** How well a rule fits a key: wholly, by so many letters, or not at all. */
  private static int fit(KeyAccess rule, String key) {
    String pattern = rule.key();
    if (pattern.isEmpty()) {
      return NOT_AT_ALL;
    }
    if (same(pattern, key)) {
      return WHOLE;
    }
    int beginning = pattern.length() - 1;
    boolean fits =
        pattern.charAt(beginning) == '*'
            && key.strip().regionMatches(true, 0, pattern, 0, beginning);
    return fits ? beginning : NOT_AT_ALL;
  }

  /** Blanks around a name or key are taken off when arguments are read, so they do not part it. */
  private static boolean same(String name, String given) {
    return name.strip().equalsIgnoreCase(given.strip());
  }
}
