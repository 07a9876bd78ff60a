package hotshoe.core.resource;

import hotshoe.caller.Access;
import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import hotshoe.type.Field;
import hotshoe.type.NothingValue;
import hotshoe.type.Ref;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts resources into the registry and takes them out, through every door. */
@Component
public final class ResourceOperations implements OperationProvider {

  private static final Field RESOURCE =
      Field.required("resource", Type.reference(""), "Which one, as KIND:ID.");

  private static final Type EXTENSION =
      new Type.Text(TextFormat.PLAIN, 1, 200, "[A-Za-z0-9][A-Za-z0-9_.-]*");

  private final Resources resources;

  /**
   * Changes this registry, in the name of whoever calls.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public ResourceOperations(
      @Reference(target = "(hotshoe.ready=true)") Host host, @Reference Resources resources) {
    this.resources = resources;
  }

  @Override
  public List<Offer> operations() {
    return List.of(new Offer(putting(), this::put), new Offer(removing(), this::remove));
  }

  private static OperationDescription putting() {
    return description(
        "resource-put",
        "Put a resource",
        "Adds a resource, or replaces the one of this reference; details that the caller may not"
            + " see stay.",
        List.of(
            RESOURCE,
            Field.required("name", Type.optional(Type.text()), "What people call it."),
            Field.required("extension", Type.optional(EXTENSION), "The extension that runs it."),
            details("details", "Details that everybody sees who sees the resource."),
            details("hidden", "Details that administrators see."),
            details("secret", "Details that nobody is shown.")),
        Type.nothing());
  }

  private static Field details(String name, String description) {
    return Field.defaulting(name, Type.mapOf(Type.text()), Map.of(), description);
  }

  private static OperationDescription removing() {
    return description(
        "resource-remove",
        "Remove a resource",
        "Removes a resource with its details; one that is not there is no error.",
        List.of(RESOURCE),
        Type.record(
            "RemovedResource", Field.required("removed", Type.bool(), "Whether there was one.")));
  }

  private static OperationDescription description(
      String name, String title, String text, List<Field> parameters, Type result) {
    return new OperationDescription(
        new OperationName(ExtensionName.HOST, name),
        title,
        text,
        parameters,
        result,
        List.of(),
        Access.role("pool-operator"),
        Optional.empty(),
        Optional.empty(),
        Set.of(Trait.IDEMPOTENT),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  private Object put(Invocation call) {
    Ref ref = call.argument("resource", Ref.class);
    String name = call.argument("name", String.class);
    String extension = call.argument("extension", String.class);
    Map<String, Detail> details = new LinkedHashMap<>();
    add(call, "details", Detail::visible, details);
    add(call, "hidden", Detail::hidden, details);
    add(call, "secret", Detail::secret, details);
    resources
        .as(call.caller())
        .put(
            new Resource(
                ref,
                name == null ? ref.id() : name,
                Optional.ofNullable(extension).map(ExtensionName::new),
                details));
    return NothingValue.NOTHING;
  }

  private static void add(
      Invocation call, String name, Function<String, Detail> detail, Map<String, Detail> details) {
    ((Map<?, ?>) call.arguments().get(name))
        .forEach((key, text) -> details.put((String) key, detail.apply((String) text)));
  }

  private Object remove(Invocation call) {
    Ref ref = call.argument("resource", Ref.class);
    return Map.of("removed", resources.as(call.caller()).remove(ref));
  }
}
