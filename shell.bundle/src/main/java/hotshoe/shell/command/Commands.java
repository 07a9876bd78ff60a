package hotshoe.shell.command;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.gogo.runtime.CommandProxy;
import org.apache.felix.gogo.runtime.Reflective;
import org.apache.felix.service.command.CommandSession;

/** The commands that a session knows, whoever brought them, and the methods behind them. */
public final class Commands {

  /** Where commands without a scope are looked for, in this order. */
  public static final String SEARCH_ORDER = "hotshoe:gogo:ext:slice:op:task:*";

  private final CommandSession session;

  /** The commands of a session. */
  public Commands(CommandSession session) {
    this.session = session;
  }

  /** The whole names of all commands, sorted. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    if (session.get(".commands") instanceof Set<?> known) {
      known.forEach(name -> names.add(name.toString()));
    }
    names.removeIf(name -> name.contains(":_"));
    return names;
  }

  /** The whole name of a command that is written with or without its scope. */
  public Optional<String> resolve(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    Set<String> names = names();
    if (word.contains(":")) {
      return Optional.of(word).filter(names::contains);
    }
    return Arrays.stream(SEARCH_ORDER.split(":"))
        .flatMap(scope -> names.stream().filter(name -> isIn(scope, name)))
        .filter(name -> name.endsWith(":" + word))
        .findFirst();
  }

  private static boolean isIn(String scope, String name) {
    return scope.equals("*") || name.startsWith(scope + ":");
  }

  /** What the target of a command knows of its words. */
  public Optional<Assistant> assistant(String name) {
    if (session.get(name) instanceof CommandProxy proxy) {
      try {
        return proxy.getTarget() instanceof Assistant known ? Optional.of(known) : Optional.empty();
      } finally {
        proxy.ungetTarget();
      }
    }
    return Optional.empty();
  }

  /** The methods that a command can call, those with the fewest parameters first. */
  public List<Method> methods(String name) {
    if (session.get(name) instanceof CommandProxy proxy) {
      Object target = proxy.getTarget();
      try {
        return target == null ? List.of() : methods(target.getClass(), name);
      } finally {
        proxy.ungetTarget();
      }
    }
    return List.of();
  }

  private static List<Method> methods(Class<?> type, String name) {
    String function = name.substring(name.indexOf(':') + 1);
    String plain = Reflective.KEYWORDS.contains(function) ? "_" + function : function;
    List<String> forms = List.of(plain, "get" + function, "is" + function);
    return Arrays.stream(type.getMethods())
        .filter(method -> forms.contains(method.getName().toLowerCase(Locale.ROOT)))
        .filter(method -> !method.isBridge())
        .sorted(Comparator.comparingInt(Method::getParameterCount))
        .toList();
  }
}
