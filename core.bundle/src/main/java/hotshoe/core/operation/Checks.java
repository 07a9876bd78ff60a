package hotshoe.core.operation;

import hotshoe.caller.Access;
import hotshoe.core.caller.Authority;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.Ref;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that stands between a request and its handler, in this order: the caller's roles, then
 * whether the operation is still there, then its arguments, then its resource. Who lacks the role
 * learns nothing else.
 */
final class Checks {

  /** What came of it. */
  sealed interface Verdict {}

  /** It may be called, with this. */
  record Passed(Prepared prepared) implements Verdict {}

  /** It may not be called by this caller. */
  record Denied(Problem problem) implements Verdict {}

  /** It cannot be called so. */
  record Unfit(Problem problem) implements Verdict {}

  private static final Checked NOTHING = new Checked.Valid(Map.of());

  private final Authority authority;
  private final Supplier<Optional<Resources>> resources;
  private final ResourceUse use;

  Checks(Authority authority, Supplier<Optional<Resources>> resources) {
    this.authority = authority;
    this.resources = resources;
    this.use = new ResourceUse(authority);
  }

  Verdict check(Entry entry, CallRequest request) {
    Access access = entry.description.access();
    Map<String, Object> given =
        access.keys().isEmpty() ? request.arguments() : Still.of(request.arguments());
    Optional<Problem> refusal = authority.refusal(request.caller(), entry.name, access, given);
    if (refusal.isPresent()) {
      return new Denied(refusal.get());
    }
    if (entry.isRemoved()) {
      return new Unfit(OperationProblems.removed(entry.description));
    }
    return arguments(entry, request, given);
  }

  private Verdict arguments(Entry entry, CallRequest request, Map<String, Object> given) {
    Map<String, Object> surplus = entry.open ? surplus(entry, given) : Map.of();
    Checked checked = Values.check(entry.parameters, less(given, surplus), request.reading(), "");
    Checked beyond =
        surplus.isEmpty()
            ? NOTHING
            : Values.check(Type.mapOf(Type.any()), surplus, request.reading(), "");
    if (checked instanceof Checked.Valid valid && beyond instanceof Checked.Valid more) {
      return named(entry, request, texts(valid.value()))
          .<Verdict>map(Denied::new)
          .orElseGet(() -> resource(entry, request, texts(valid.value()), texts(more.value())));
    }
    List<Fault> faults = new ArrayList<>();
    faults(checked, faults);
    faults(beyond, faults);
    return new Unfit(OperationProblems.faulty(entry.name, faults));
  }

  /** Who may not use a resource cannot name it in a parameter either. */
  private Optional<Problem> named(Entry entry, CallRequest request, Map<String, Object> arguments) {
    for (String name : entry.references) {
      Object given = arguments.get(name);
      Object ref = given instanceof Optional<?> optional ? optional.orElse(null) : given;
      Optional<Problem> kept =
          ref instanceof Ref of
              ? resources
                  .get()
                  .flatMap(registry -> registry.find(of))
                  .flatMap(found -> use.refusal(request.caller(), entry.name, found))
              : Optional.empty();
      if (kept.isPresent()) {
        return kept;
      }
    }
    return Optional.empty();
  }

  private static void faults(Checked checked, List<Fault> faults) {
    if (checked instanceof Checked.Invalid invalid) {
      faults.addAll(invalid.faults());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> texts(Object canonical) {
    return (Map<String, Object>) canonical;
  }

  private static Map<String, Object> surplus(Entry entry, Map<String, Object> given) {
    Map<String, Object> surplus = new LinkedHashMap<>(given);
    surplus.keySet().removeAll(entry.parameterNames);
    return surplus;
  }

  private static Map<String, Object> less(Map<String, Object> given, Map<String, Object> surplus) {
    if (surplus.isEmpty()) {
      return given;
    }
    Map<String, Object> rest = new LinkedHashMap<>(given);
    rest.keySet().removeAll(surplus.keySet());
    return rest;
  }

  private Verdict resource(
      Entry entry, CallRequest request, Map<String, Object> arguments, Map<String, Object> more) {
    Optional<String> kind = entry.description.resourceKind();
    if (kind.isEmpty() && request.resource().isEmpty()) {
      return new Passed(new Prepared(arguments, more, Optional.empty()));
    }
    if (kind.isEmpty()) {
      return new Unfit(OperationProblems.otherKind(entry.name, "", request.resource().get()));
    }
    if (request.resource().isEmpty()) {
      return new Unfit(OperationProblems.withoutResource(entry.name, kind.get()));
    }
    Ref ref = request.resource().get();
    if (!ref.kind().isEmpty() && !ref.kind().equalsIgnoreCase(kind.get())) {
      return new Unfit(OperationProblems.otherKind(entry.name, kind.get(), ref));
    }
    return known(entry, request, new Ref(kind.get(), ref.id()), arguments, more);
  }

  private Verdict known(
      Entry entry,
      CallRequest request,
      Ref ref,
      Map<String, Object> arguments,
      Map<String, Object> more) {
    Optional<Resources> registry = resources.get();
    if (registry.isEmpty()) {
      return new Unfit(OperationProblems.noResource(entry.name, ref, "no resources are known"));
    }
    try {
      Resource resource = registry.get().require(ref);
      var own = entry.description.name().extension();
      if (resource.extension().filter(mapped -> !mapped.equals(own)).isPresent()) {
        return new Unfit(
            OperationProblems.otherExtension(entry.name, ref, resource.extension().get()));
      }
      Optional<Problem> kept = use.refusal(request.caller(), entry.name, resource);
      return kept.isPresent()
          ? new Denied(kept.get())
          : new Passed(new Prepared(arguments, more, Optional.of(resource)));
    } catch (ProblemException e) {
      Problem first = e.problems().get(0);
      String why = (first.what() + ": " + first.why() + "; " + first.advice());
      return new Unfit(OperationProblems.noResource(entry.name, ref, why));
    }
  }
}
