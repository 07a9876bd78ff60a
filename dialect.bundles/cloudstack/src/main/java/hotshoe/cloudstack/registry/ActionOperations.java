package hotshoe.cloudstack.registry;

import hotshoe.archive.SemanticVersions;
import hotshoe.caller.Caller;
import hotshoe.caller.Roles;
import hotshoe.cloudstack.Action;
import hotshoe.cloudstack.ActionType;
import hotshoe.cloudstack.Given;
import hotshoe.cloudstack.HomeRoles;
import hotshoe.cloudstack.event.Event;
import hotshoe.cloudstack.event.Events;
import hotshoe.cloudstack.mapping.Runners;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Field;
import hotshoe.type.Ref;
import hotshoe.type.Values;
import hotshoe.type.Values.Secrets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Custom actions: one after the other for extensions that were made by hand, listed for all. */
@Component
public final class ActionOperations implements OperationProvider {

  private final Workshop workshop;
  private final Registry registry;
  private final Resources resources;
  private final Runners runners;
  private final Roles roles;
  private final Events events;

  /**
   * Does it with these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public ActionOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference Workshop workshop,
      @Reference Registry registry,
      @Reference Resources resources,
      @Reference Runners runners,
      @Reference Roles roles,
      @Reference Events events) {
    this.workshop = workshop;
    this.registry = registry;
    this.resources = resources;
    this.runners = runners;
    this.roles = roles;
    this.events = events;
  }

  @Override
  public List<Offer> operations() {
    return List.of(
        new Offer(ActionDescriptions.add(), call -> noted(Event.ACTION_ADD, call, this::add)),
        new Offer(
            ActionDescriptions.update(), call -> noted(Event.ACTION_UPDATE, call, this::update)),
        new Offer(
            ActionDescriptions.remove(), call -> noted(Event.ACTION_DELETE, call, this::remove)),
        new Offer(ActionDescriptions.list(), this::list));
  }

  private interface Deed {
    Object done(Invocation call) throws Exception;
  }

  private Object noted(Event event, Invocation call, Deed deed) throws Exception {
    Given wanted = new Given(call.arguments());
    String subject = wanted.text("extension") + "." + wanted.text("name");
    return events.noting(event, call, subject, () -> deed.done(call));
  }

  private Object add(Invocation call) throws Exception {
    Map<String, Object> action = plain(ActionType.ACTION.fields(), call.arguments());
    ExtensionName name = extension(call);
    change(
        name,
        actions -> {
          actions.add(action);
          return actions;
        });
    return listed(name, new Given(call.arguments()).text("name"));
  }

  private Object remove(Invocation call) throws Exception {
    String gone = new Given(call.arguments()).text("name");
    ExtensionName name = extension(call);
    Extension without =
        change(
            name,
            actions -> {
              actions.remove(place(name, actions, gone));
              return actions;
            });
    return Map.of(
        "extension", name.value(),
        "name", gone,
        "version", SemanticVersions.text(without.version()));
  }

  private Object update(Invocation call) throws Exception {
    Given wanted = new Given(call.arguments());
    String updated = wanted.text("name");
    ExtensionName name = extension(call);
    Map<String, Object> changes = changes(call, wanted);
    if (changes.isEmpty()) {
      throw new ProblemException(RegistryProblems.nothingToChange(name + "." + updated));
    }
    change(
        name,
        actions -> {
          int place = place(name, actions, updated);
          Map<Object, Object> next = new LinkedHashMap<>((Map<?, ?>) actions.get(place));
          next.putAll(changes);
          actions.set(place, next);
          return actions;
        });
    return listed(name, updated);
  }

  /** One action as it stands now. */
  private Map<String, Object> listed(ExtensionName extension, String name) {
    return listed(registry.require(extension.value()))
        .filter(action -> name.equals(action.get("name")))
        .findFirst()
        .orElseThrow(
            () -> new ProblemException(RegistryProblems.noAction(extension, name, List.of())));
  }

  /** What is given, and what the flags take away, whatever is given. */
  private static Map<String, Object> changes(Invocation call, Given wanted) {
    List<Field> fields =
        call.operation().parameters().stream()
            .filter(field -> ActionType.ACTION.fields().stream().anyMatch(isOf(field)))
            .filter(field -> !field.name().equals("name"))
            .toList();
    Map<String, Object> changes = plain(fields, call.arguments());
    if (wanted.flag("cleanupdetails")) {
      changes.put("details", Map.of());
    }
    if (wanted.flag("cleanupparameters")) {
      changes.put("parameters", List.of());
    }
    return changes;
  }

  private static Predicate<Field> isOf(Field field) {
    return of -> of.name().equals(field.name());
  }

  private ExtensionName extension(Invocation call) {
    return registry.require(new Given(call.arguments()).text("extension")).name();
  }

  /** What makes no action is told when the archive is installed, as that of any other is. */
  private Extension change(ExtensionName name, UnaryOperator<List<Object>> change)
      throws Exception {
    return workshop.change(
        name,
        manifest ->
            HandMadeManifest.withActions(
                manifest, change.apply(HandMadeManifest.actions(manifest))));
  }

  private static int place(ExtensionName extension, List<Object> actions, String name) {
    for (int i = 0; i < actions.size(); i++) {
      if (HandMadeManifest.isNamed(actions.get(i), name)) {
        return i;
      }
    }
    throw new ProblemException(
        RegistryProblems.noAction(
            extension,
            name,
            actions.stream().map(action -> (String) ((Map<?, ?>) action).get("name")).toList()));
  }

  /** The part of the arguments that an action is, without what was not given. */
  private static Map<String, Object> plain(List<Field> fields, Map<String, Object> arguments) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Field field : fields) {
      Object value = Values.plain(field.type(), arguments.get(field.name()), Secrets.HIDDEN);
      if (value != null) {
        plain.put(field.name(), value);
      }
    }
    return plain;
  }

  private Object list(Invocation call) {
    Given wanted = new Given(call.arguments());
    return sources(wanted).stream()
        .flatMap(one -> listed(one).filter(action -> mayRun(call.caller(), action)))
        .filter(action -> fits(wanted, action))
        .toList();
  }

  /** Whose actions are asked for. */
  private List<Registered> sources(Given wanted) {
    Optional<Registered> named = wanted.optional("extension").map(registry::require);
    List<Registered> all = named.map(List::of).orElseGet(registry::list);
    Optional<Ref> resource = wanted.find("resource").map(Ref.class::cast);
    if (resource.isEmpty()) {
      return all;
    }
    Resource target = resources.require(resource.get());
    Set<ExtensionName> running = runners.of(target);
    if (running.isEmpty()) {
      throw new ProblemException(RegistryProblems.nobodyRuns(target.ref()));
    }
    return all.stream().filter(one -> running.contains(one.name())).toList();
  }

  /** As the catalogue has it, where disabled ones are left out (row CS-47). */
  private boolean mayRun(Caller caller, Map<String, Object> action) {
    List<?> allowed = (List<?>) action.get("allowedroletypes");
    Set<String> here = HomeRoles.here(allowed.stream().map(String.class::cast).toList());
    return !Collections.disjoint(roles.expand(caller.roles()), here);
  }

  private static boolean fits(Given wanted, Map<String, Object> action) {
    String name = (String) action.get("name");
    String keyword = wanted.text("keyword").toLowerCase(Locale.ROOT);
    return wanted.optional("name").map(name::equals).orElse(true)
        && name.toLowerCase(Locale.ROOT).contains(keyword)
        && wanted.find("enabled").map(action.get("enabled")::equals).orElse(true)
        && wanted.optional("resourcetype").map(type -> isFor(action, type)).orElse(true);
  }

  private static boolean isFor(Map<String, Object> action, String type) {
    String own = (String) action.getOrDefault("resourcetype", "");
    return own.isEmpty() || own.equalsIgnoreCase(type);
  }

  private static Stream<Map<String, Object>> listed(Registered one) {
    List<Action> actions = one.manifest().parsedActions();
    List<Map<String, Object>> listed = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      Map<String, Object> action = listed(one.name(), actions.get(i));
      action.put("parameters", one.manifest().actions().get(i).find("parameters").orElseThrow());
      listed.add(action);
    }
    return listed.stream();
  }

  private static Map<String, Object> listed(ExtensionName extension, Action action) {
    Map<String, Object> listed = new LinkedHashMap<>();
    listed.put("id", extension + "." + action.name());
    listed.put("extension", extension.value());
    listed.put("name", action.name());
    listed.put("description", action.description());
    Optional.of(action.resourceType())
        .filter(type -> !type.isEmpty())
        .ifPresent(type -> listed.put("resourcetype", type));
    listed.put("enabled", action.enabled());
    listed.put("timeout", action.timeout());
    listed.put("allowedroletypes", action.roles());
    listed.put("successmessage", action.success());
    listed.put("errormessage", action.failure());
    listed.put("details", action.details());
    return listed;
  }
}
