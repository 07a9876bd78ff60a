package hotshoe.shell.command;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments as they are written on a command line: {@code name=value}. */
final class Arguments {

  private Arguments() {}

  /**
   * The values by name. What is given more than once becomes a list.
   *
   * @throws ProblemException with every word that is no argument
   */
  static Map<String, Object> of(List<String> words) {
    List<Problem> problems =
        words.stream().filter(word -> word.indexOf('=') < 1).map(Arguments::unreadable).toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    words.forEach(word -> values.merge(name(word), value(word), Arguments::both));
    return values;
  }

  private static Problem unreadable(String word) {
    return Problem.error("HS-SHELL-007", "'" + word + "' is not an argument")
        .advising("write name=value; put a value with blanks or signs into single quotes");
  }

  static String name(String word) {
    return word.substring(0, Math.max(0, word.indexOf('=')));
  }

  static String value(String word) {
    return word.substring(word.indexOf('=') + 1);
  }

  private static Object both(Object before, Object next) {
    List<Object> all = new ArrayList<>(before instanceof List<?> list ? list : List.of(before));
    all.add(next);
    return all;
  }

  /** Whether a value of this type is, or can hold, a secret. */
  static boolean isSecret(Type type) {
    if (type instanceof Type.Optional optional) {
      return isSecret(optional.of());
    }
    if (type instanceof Type.ListOf list) {
      return isSecret(list.element());
    }
    if (type instanceof Type.MapOf map) {
      return isSecret(map.value());
    }
    if (type instanceof Type.Record record) {
      return record.fields().stream().map(Field::type).anyMatch(Arguments::isSecret);
    }
    return type instanceof Type.Secret;
  }

  /** The texts among which a value of this type is chosen; empty when it is not chosen. */
  static List<String> choices(Type type) {
    if (type instanceof Type.Optional optional) {
      return choices(optional.of());
    }
    if (type instanceof Type.Bool) {
      return List.of("true", "false");
    }
    return type instanceof Type.Choice choice
        ? choice.items().stream().map(item -> item.value().toString()).toList()
        : List.of();
  }
}
