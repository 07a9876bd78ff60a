package hotshoe.inventory.constructed;

import hotshoe.inventory.Constructable;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.expression.Failure;
import hotshoe.inventory.expression.Printed;
import hotshoe.inventory.expression.Templates;
import hotshoe.inventory.model.Merging;
import hotshoe.inventory.model.Sanitising;
import hotshoe.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Composes variables and groups as the options of one plugin say, for one source: first variables,
 * then groups by condition, then groups by key (rows AN-39 to AN-42). Not thread-safe.
 */
public final class Construction implements Constructable {

  private final PluginContext context;
  private final Merging merging;
  private final Places places;
  private final Templates templates;

  /**
   * Composes with the options that the context has by then.
   *
   * @param merging how extra variables meet others
   * @param isNative whether values of expressions keep their types
   * @param places where things are written
   */
  public Construction(PluginContext context, Merging merging, boolean isNative, Places places) {
    this.context = context;
    this.merging = merging;
    this.places = places;
    this.templates = new Templates(isNative);
  }

  @Override
  public void construct(
      InventoryBuilder inventory, String host, Supplier<Map<Object, Object>> variables) {
    compose(inventory, host, withExtra(variables.get()));
    Map<Object, Object> now = variables.get();
    groups(inventory, host, now);
    new KeyedGroups(this, inventory, host, withExtra(now)).add();
  }

  @Override
  public Object render(String template, Map<Object, Object> variables) {
    try {
      return templates.template(template, variables);
    } catch (Failure failure) {
      throw ConstructedProblems.template(places.source(), template, failure.getMessage());
    }
  }

  Templates templates() {
    return templates;
  }

  Places places() {
    return places;
  }

  boolean isStrict() {
    return Boolean.TRUE.equals(context.options().get("strict"));
  }

  /** An option of these, or what stands for it where a plugin does not have it. */
  <T> T option(String name, T usual) {
    Object value = context.options().getOrDefault(name, usual);
    @SuppressWarnings("unchecked")
    T typed = (T) value;
    return typed;
  }

  private Map<Object, Object> withExtra(Map<Object, Object> variables) {
    boolean usesExtra = Boolean.TRUE.equals(context.options().get("use_extra_vars"));
    if (usesExtra) {
      merging.lay(variables, context.extraVariables());
    }
    return variables;
  }

  private void compose(InventoryBuilder inventory, String host, Map<Object, Object> variables) {
    Map<String, Object> compose = option("compose", Map.of());
    compose.forEach(
        (name, expression) -> {
          String place = places.of("compose", name);
          value(
                  place,
                  expression,
                  variables,
                  why -> ConstructedProblems.variable(place, name, host, why))
              .ifPresent(
                  value -> {
                    inventory.at(places.line("compose", name));
                    inventory.setVariable(host, name, value);
                  });
        });
  }

  private void groups(InventoryBuilder inventory, String host, Map<Object, Object> variables) {
    Map<String, Object> groups = option("groups", Map.of());
    groups.forEach(
        (name, condition) -> {
          String clean = Sanitising.cleaned(name);
          String place = places.of("groups", name);
          String text = Printed.text(unwrapped(condition));
          boolean isIn =
              attempt(
                      place,
                      text,
                      () -> templates.condition(text, variables),
                      why -> ConstructedProblems.group(place, clean, host, why))
                  .orElse(false);
          if (isIn) {
            inventory.at(places.line("groups", name));
            inventory.addChild(inventory.addGroup(clean), host);
          }
        });
  }

  /** The value of an expression; nothing where it has none and that is passed over. */
  Optional<Object> value(
      String place,
      Object expression,
      Map<Object, Object> variables,
      java.util.function.Function<Failure, ProblemException> whenStrict) {
    String text = Printed.text(unwrapped(expression));
    return attempt(place, text, () -> templates.expression(text, variables), whenStrict);
  }

  static Object unwrapped(Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(inner -> (Object) inner).orElse(hotshoe.type.NothingValue.NOTHING)
        : value;
  }

  /** Does it; what has no value fails the source if it is strict, and is passed over if not. */
  <T> Optional<T> attempt(
      String place,
      String expression,
      Supplier<T> evaluation,
      java.util.function.Function<Failure, ProblemException> whenStrict) {
    try {
      return Optional.of(evaluation.get());
    } catch (Failure failure) {
      if (isStrict()) {
        throw whenStrict.apply(failure);
      }
      boolean isTold =
          failure.kind() == Failure.Kind.NOT_AVAILABLE || failure.kind() == Failure.Kind.TOO_MUCH;
      if (isTold) {
        context.warn(ConstructedProblems.notEvaluated(place, expression, failure));
      }
      return Optional.empty();
    }
  }
}
