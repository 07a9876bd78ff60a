package hotshoe.inventory.tool;

import hotshoe.problem.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line, understood as {@code ansible-inventory} understands it: long names may be
 * shortened, short ones joined, and values tied with {@code =}.
 */
final class Arguments {

  private final Map<Switch, List<String>> given = new EnumMap<>(Switch.class);
  private final List<String> rest = new ArrayList<>();
  private final Deque<String> words;

  private Arguments(List<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  /** Understands the words, or says which of them it does not. */
  static Arguments parse(List<String> words) throws Refusal {
    Arguments arguments = new Arguments(words);
    arguments.takeAll();
    return arguments;
  }

  boolean has(Switch one) {
    return given.containsKey(one);
  }

  /** Every value of a switch, in order. */
  List<String> all(Switch one) {
    return List.copyOf(given.getOrDefault(one, List.of()));
  }

  /** The last value of a switch. */
  Optional<String> last(Switch one) {
    List<String> values = all(one);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The word that belongs to no switch. */
  Optional<String> rest() {
    return rest.stream().findFirst();
  }

  private void takeAll() throws Refusal {
    while (!words.isEmpty()) {
      String word = words.pop();
      if (word.equals("--")) {
        rest.addAll(words);
        words.clear();
      } else if (word.startsWith("--")) {
        takeLong(word);
      } else if (word.startsWith("-") && word.length() > 1) {
        takeShort(word);
      } else {
        rest.add(word);
      }
    }
    if (rest.size() > 1) {
      throw new Refusal(ToolProblems.tooMuch(rest.get(1)), Refusal.NOT_UNDERSTOOD);
    }
  }

  private void takeLong(String word) throws Refusal {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Switch one = known(name);
    if (equals >= 0) {
      if (!one.takesValue()) {
        throw new Refusal(ToolProblems.noValue(name), Refusal.NOT_UNDERSTOOD);
      }
      note(one, word.substring(equals + 1));
    } else {
      note(one, one.takesValue() ? value(name) : "");
    }
  }

  private static Switch known(String name) throws Refusal {
    Optional<Switch> exact = Switch.named(name);
    if (exact.isPresent()) {
      return exact.get();
    }
    List<Switch> meant = Switch.beginning(name);
    if (meant.size() != 1) {
      throw new Refusal(
          meant.isEmpty()
              ? ToolProblems.unknown(name, Nearest.to(name, Switch.words()))
              : ToolProblems.ambiguous(name, meant.stream().map(Switch::word).toList()),
          Refusal.NOT_UNDERSTOOD);
    }
    return meant.get(0);
  }

  /** {@code -yv} is {@code -y -v}, and {@code -ihosts} is {@code -i hosts}. */
  private void takeShort(String word) throws Refusal {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      Switch one =
          Switch.named(name)
              .orElseThrow(
                  () ->
                      new Refusal(
                          ToolProblems.unknown(word, Nearest.to("-" + word, Switch.words())),
                          Refusal.NOT_UNDERSTOOD));
      if (one.takesValue()) {
        String tied = word.substring(i + 1);
        note(one, tied.isEmpty() ? value(name) : tied.replaceFirst("^=", ""));
        return;
      }
      note(one, "");
    }
  }

  private String value(String name) throws Refusal {
    String value = words.poll();
    boolean isSwitch = value != null && value.length() > 1 && value.startsWith("-");
    if (value == null || isSwitch) {
      throw new Refusal(ToolProblems.missingValue(name), Refusal.NOT_UNDERSTOOD);
    }
    return value;
  }

  private void note(Switch one, String value) {
    given.computeIfAbsent(one, first -> new ArrayList<>()).add(value);
  }
}
