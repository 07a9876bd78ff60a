package hotshoe.cloudstack.registry;

import hotshoe.cloudstack.Given;
import hotshoe.cloudstack.event.Event;
import hotshoe.cloudstack.event.Events;
import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.configuration.Configuration;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Extensions of CloudStack that somebody imports by the address of a manifest or makes by hand, and
 * what can be done with every extension of CloudStack. {@link ActionOperations} does the same for
 * actions, {@link MappingOperations} for what is mapped to extensions.
 */
@Component
public final class ExtensionOperations implements OperationProvider {

  private final Workshop workshop;
  private final Registry registry;
  private final Departures departures;
  private final Mappings mappings;
  private final Resources resources;
  private final Events events;
  private final Programs programs;

  /**
   * Does it with these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public ExtensionOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference Configuration configuration,
      @Reference Workshop workshop,
      @Reference Registry registry,
      @Reference Departures departures,
      @Reference Mappings mappings,
      @Reference Resources resources,
      @Reference Events events) {
    this.workshop = workshop;
    this.registry = registry;
    this.departures = departures;
    this.mappings = mappings;
    this.resources = resources;
    this.events = events;
    this.programs =
        new Programs(
            configuration.find("sources.programs").map(set -> configuration.path(set.key())));
  }

  @Override
  public List<Offer> operations() {
    return List.of(
        new Offer(ExtensionDescriptions.importing(), this::importAt),
        new Offer(ExtensionDescriptions.register(), this::register),
        new Offer(
            ExtensionDescriptions.update(),
            call -> noted(Event.EXTENSION_UPDATE, call, this::update)),
        new Offer(
            ExtensionDescriptions.delete(),
            call -> noted(Event.EXTENSION_DELETE, call, this::delete)),
        new Offer(ExtensionDescriptions.list(), this::list));
  }

  private interface Deed {
    Object done(Invocation call) throws Exception;
  }

  private Object noted(Event event, Invocation call, Deed deed) throws Exception {
    String written = new Given(call.arguments()).text("extension");
    return events.noting(event, call, written, () -> deed.done(call));
  }

  /** What its home calls importExtension (row CS-24). */
  private Object importAt(Invocation call) throws Exception {
    String manifest = new Given(call.arguments()).text("manifesturl");
    Extension imported =
        events.noting(
            Event.EXTENSION_CREATE,
            call,
            manifest,
            () -> workshop.install(manifest),
            extension -> extension.name() + " " + manifest);
    return told(imported);
  }

  private Object register(Invocation call) throws Exception {
    Given wanted = new Given(call.arguments());
    return events.noting(
        Event.EXTENSION_CREATE,
        call,
        wanted.text("name"),
        () -> {
          ExtensionName name = Registry.name(wanted.text("name"));
          byte[] bytes = programs.bytes(wanted, call.caller());
          String program = name + Programs.ending(wanted);
          HandMade made = new HandMade(HandMadeManifest.first(wanted, program), program, bytes);
          return told(workshop.create(name, made));
        });
  }

  /** Name, type and path stay as they are (row CS-10). */
  private Object update(Invocation call) throws IOException {
    Given wanted = new Given(call.arguments());
    Registered before = registry.require(wanted.text("extension"));
    boolean changesManifest =
        wanted.flag("cleanupdetails")
            || List.of("description", "requiresPrepareVm", "details", "reservedresourcedetails")
                .stream()
                .anyMatch(key -> wanted.find(key).isPresent());
    if (!changesManifest && wanted.find("state").isEmpty()) {
      throw new ProblemException(RegistryProblems.nothingToChange(before.name().value()));
    }
    if (changesManifest) {
      workshop.change(before.name(), manifest -> HandMadeManifest.updated(manifest, wanted));
    }
    wanted
        .optional("state")
        .ifPresent(state -> workshop.turn(before.name(), state.equals(Registered.ENABLED)));
    return all(registry.require(before.name().value()));
  }

  private Object delete(Invocation call) throws IOException {
    Given wanted = new Given(call.arguments());
    Registered leaving = registry.require(wanted.text("extension"));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("extension", leaving.name().value());
    departures.of(leaving, wanted.flag("cleanup")).ifPresent(kept -> told.put("kept", kept));
    return told;
  }

  private Object list(Invocation call) {
    Given wanted = new Given(call.arguments());
    String level = wanted.text("details");
    return registry.list().stream()
        .filter(it -> fits(wanted, it))
        .map(it -> listed(it, level))
        .toList();
  }

  private boolean fits(Given wanted, Registered one) {
    String keyword = wanted.text("keyword").toLowerCase(Locale.ROOT);
    return wanted.optional("name").map(one.writtenName()::equals).orElse(true)
        && wanted.optional("id").map(one.name().value()::equals).orElse(true)
        && wanted.optional("type").map(one.manifest().type()::equals).orElse(true)
        && one.writtenName().toLowerCase(Locale.ROOT).contains(keyword)
        && wanted.find("resource").map(Ref.class::cast).map(ref -> isMapped(ref, one)).orElse(true);
  }

  private boolean isMapped(Ref resource, Registered one) {
    return mappings.of(resource).stream().map(Mapping::extension).anyMatch(one.name()::equals);
  }

  private Object told(Extension extension) {
    return all(registry.require(extension.name().value()));
  }

  private Object all(Registered registered) {
    return listed(registered, ExtensionDescriptions.ALL);
  }

  private Map<String, Object> listed(Registered one, String level) {
    Map<String, Object> listed = Listed.of(one, registry.isReady(one));
    boolean isAll = level.equals(ExtensionDescriptions.ALL);
    if (isAll || level.equals(ExtensionDescriptions.EXTERNAL)) {
      listed.put("details", one.manifest().details());
    }
    if (isAll || level.equals(ExtensionDescriptions.RESOURCE)) {
      listed.put("resources", Listed.of(mappings.of(one.name()), resources));
    }
    return listed;
  }
}
