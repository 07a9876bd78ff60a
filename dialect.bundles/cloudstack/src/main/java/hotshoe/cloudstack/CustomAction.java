package hotshoe.cloudstack;

import hotshoe.caller.Access;
import hotshoe.cloudstack.Entrypoints.Order;
import hotshoe.cloudstack.event.Event;
import hotshoe.cloudstack.lifecycle.Instances;
import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Field;
import hotshoe.type.Ref;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A custom action of an extension as an operation. One is made in the bundle of the extension for
 * each action. Immutable.
 */
public final class CustomAction implements OperationProvider {

  static final String FAILED = "ACTION_FAILED";

  private static final Type.Record RESULT =
      Type.record(
          "CustomActionResult",
          Field.required("id", Type.text(), "The task."),
          Field.required("name", Type.text(), "The action."),
          Field.required("success", Type.bool(), "Whether the entrypoint ended with exit code 0."),
          Field.required("message", Type.text(), "What people read."),
          Field.required("details", Type.text(), "What the entrypoint wrote."));

  private static final DeclaredError FAILURE =
      new DeclaredError(
          FAILED,
          List.of("id", "name", "success", "message", "exitcode", "output", "erroroutput"),
          "The entrypoint ended with another exit code than 0.");

  private final Entrypoints entrypoints;
  private final Common common;
  private final Action action;

  /**
   * The action that the properties describe.
   *
   * @param entrypoints run the program of the extension
   * @param properties what the bundle says of the action
   */
  public CustomAction(Entrypoints entrypoints, Map<String, Object> properties) {
    this.entrypoints = entrypoints;
    this.common = Common.of(properties);
    String usual = (String) properties.getOrDefault(Keys.RESOURCE_TYPE, "");
    String json = (String) properties.get(Keys.DESCRIPTION);
    this.action = Action.of(new Given((Map<?, ?>) Json.read(ActionType.ACTION, json)), usual);
  }

  @Override
  public List<Offer> operations() {
    return List.of(
        new Offer(
            description(common, action),
            call ->
                noted(
                    entrypoints,
                    common,
                    action,
                    call,
                    call.resource().map(Resource::ref),
                    () -> run(call))));
  }

  /** What can be said of an action of any extension. */
  static OperationDescription description(Common common, Action action) {
    return new OperationDescription(
        new OperationName(new ExtensionName(common.extension()), action.name()),
        action.title(),
        action.description(),
        action.parameters(),
        RESULT,
        List.of(FAILURE),
        new Access(HomeRoles.here(action.roles()), List.of()),
        Optional.of(action.resourceType()).filter(type -> !type.isEmpty()),
        action.timeout() > 0 ? Optional.of(Duration.ofSeconds(action.timeout())) : Optional.empty(),
        action.enabled() ? Set.of() : Set.of(Trait.HIDDEN),
        Lifecycle.PUBLISHED,
        new Messages(action.success(), action.failure()));
  }

  /** Runs an action of any extension, and notes that somebody did (row CS-68). */
  static Object noted(
      Entrypoints entrypoints,
      Common common,
      Action action,
      Invocation call,
      Optional<Ref> on,
      Callable<Object> run)
      throws Exception {
    String name = common.extension() + "." + action.name();
    String subject = on.map(ref -> name + " " + ref).orElse(name);
    return entrypoints.events().noting(Event.ACTION_RUN, call, subject, run);
  }

  private Object run(Invocation call) throws OperationFailure {
    if (!action.enabled()) {
      throw new ProblemException(CloudStackProblems.disabled(common.extension(), action.name()));
    }
    entrypoints.guard(common.extension(), call);
    Payload payload = payload(call).with(action, call);
    Order order =
        new Order(
            common.extension(), common.entrypoint(), action.name(), payload, action.timeout());
    Answer answer = entrypoints.run(order, call.task());
    String message = Sentence.of(action, answer.isSuccess(), common.extension(), call.resource());
    return result(action, answer, message, call);
  }

  private Payload payload(Invocation call) {
    Payload payload = Payload.of(common.details()).by(call.caller());
    Optional<Resource> instance =
        call.resource().filter(resource -> resource.ref().kind().equals(Instances.KIND));
    return instance.isPresent()
        ? payload.about(entrypoints.instances().placement(instance.get()), Moment.ANY)
        : payload;
  }

  /** What came of an action of any extension; what it wrote is told as it is here. */
  static Object result(Action action, Answer answer, String message, Invocation call)
      throws OperationFailure {
    if (!answer.isSuccess()) {
      throw new OperationFailure(FAILED, message, failure(action, answer, message, call));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", call.task().id());
    result.put("name", action.name());
    result.put("success", true);
    result.put("message", message);
    result.put("details", answer.output());
    return result;
  }

  private static Map<String, String> failure(
      Action action, Answer answer, String message, Invocation call) {
    return Map.of(
        "id", call.task().id(),
        "name", action.name(),
        "success", "false",
        "message", message,
        "exitcode", Integer.toString(answer.code()),
        "output", answer.output(),
        "erroroutput", answer.errorOutput());
  }
}
