package hotshoe.cloudstack;

import hotshoe.cloudstack.NetworkRuns.Run;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Field;
import hotshoe.type.Ref;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A custom action of a NetworkOrchestrator, as an operation on a network or a VPC. One that does
 * not say on which of them it acts has a parameter for that. One is made in the bundle of the
 * extension for each action (row CS-67). Immutable.
 */
public final class NetworkAction implements OperationProvider {

  /** What an action that acts on either is told by. */
  static final Field RESOURCE =
      Field.required(
          "resource",
          Type.reference(""),
          "What to act on: Network or Vpc, a colon, its identifier.");

  private final Entrypoints entrypoints;
  private final NetworkRuns runs;
  private final Common common;
  private final Action action;

  /**
   * The action that the properties describe.
   *
   * @param entrypoints run the program of the extension
   * @param runs know the networks
   * @param properties what the bundle says of the action
   */
  public NetworkAction(Entrypoints entrypoints, NetworkRuns runs, Map<String, Object> properties) {
    this.entrypoints = entrypoints;
    this.runs = runs;
    this.common = Common.of(properties);
    String usual = (String) properties.getOrDefault(Keys.RESOURCE_TYPE, "");
    String json = (String) properties.get(Keys.DESCRIPTION);
    this.action = Action.of(new Given((Map<?, ?>) Json.read(ActionType.ACTION, json)), usual);
  }

  @Override
  public List<Offer> operations() {
    return List.of(new Offer(description(), this::noted));
  }

  private boolean isOfEither() {
    return action.resourceType().isEmpty();
  }

  /** The action's own, with time to ask for the device before. */
  private OperationDescription description() {
    OperationDescription plain = CustomAction.description(common, action);
    List<Field> parameters = new ArrayList<>(isOfEither() ? List.of(RESOURCE) : List.of());
    parameters.addAll(plain.parameters());
    return new OperationDescription(
        plain.name(),
        plain.title(),
        plain.description(),
        parameters,
        plain.result(),
        plain.errors(),
        plain.access(),
        plain.resourceKind(),
        plain.limit().map(limit -> limit.plus(Duration.ofSeconds(NetworkRuns.LIMIT + 10))),
        plain.traits(),
        plain.lifecycle(),
        plain.messages());
  }

  private Object noted(Invocation call) throws Exception {
    Optional<Ref> on =
        isOfEither()
            ? Optional.of(call.argument(RESOURCE.name(), Ref.class))
            : call.resource().map(Resource::ref);
    return CustomAction.noted(entrypoints, common, action, call, on, () -> run(call));
  }

  private Object run(Invocation call) throws OperationFailure {
    if (!action.enabled()) {
      throw new ProblemException(CloudStackProblems.disabled(common.extension(), action.name()));
    }
    Resource target = target(call);
    Answer answer =
        runs.action(
            new Run(entrypoints, common, target, call.task()),
            action.name(),
            parameters(call),
            action.timeout());
    String message =
        Sentence.of(action, answer.isSuccess(), common.extension(), Optional.of(target));
    return CustomAction.result(action, answer, message, call);
  }

  private Resource target(Invocation call) {
    return isOfEither()
        ? runs.target(action.name(), call.argument(RESOURCE.name(), Ref.class))
        : call.resource().orElseThrow();
  }

  private Map<String, Object> parameters(Invocation call) {
    Map<String, Object> given =
        new LinkedHashMap<>(Payload.parameters(call.operation(), call.arguments()));
    if (isOfEither()) {
      given.remove(RESOURCE.name());
    }
    return given;
  }
}
