package hotshoe.cloudstack;

import hotshoe.caller.Access;
import hotshoe.cloudstack.Entrypoints.Order;
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
import hotshoe.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A verb that the entrypoint of an orchestrator understands, as an operation on an instance. One is
 * made in the bundle of the extension for each verb. What the entrypoint writes is its result: the
 * value where it is JSON, else the text. The first start prepares the instance before, where the
 * manifest asks for it (row CS-41). Immutable.
 */
public final class LifecycleVerb implements OperationProvider {

  static final String FAILED = "VERB_FAILED";

  private static final DeclaredError FAILURE =
      new DeclaredError(
          FAILED,
          List.of("exitcode", "output", "erroroutput"),
          "The entrypoint ended with another exit code than 0.");

  private final Entrypoints entrypoints;
  private final Common common;
  private final Verb verb;
  private final boolean prepares;

  /**
   * The verb that the properties name.
   *
   * @param entrypoints run the program of the extension
   * @param properties what the bundle says of the extension
   */
  public LifecycleVerb(Entrypoints entrypoints, Map<String, Object> properties) {
    this.entrypoints = entrypoints;
    this.common = Common.of(properties);
    this.verb = Verb.valueOf(((String) properties.get(Keys.VERB)).toUpperCase(Locale.ROOT));
    this.prepares = Boolean.TRUE.equals(properties.get(Keys.PREPARE));
  }

  @Override
  public List<Offer> operations() {
    return List.of(new Offer(description(), this::run));
  }

  private OperationDescription description() {
    return new OperationDescription(
        new OperationName(new ExtensionName(common.extension()), verb.word()),
        verb.word(),
        verb.description(),
        List.of(),
        Type.optional(Type.any()),
        List.of(FAILURE),
        Access.role(verb.role()),
        Optional.of(verb.resourceType()),
        Optional.empty(),
        verb.isReadOnly() ? Set.of(Trait.READ_ONLY) : Set.of(),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  private Object run(Invocation call) throws OperationFailure {
    entrypoints.guard(common.extension(), call);
    if (prepares) {
      run(call, Verb.PREPARE);
    }
    Answer answer = run(call, verb);
    return Optional.of(Json.lenient(answer.output()).orElse(answer.output()))
        .filter(value -> !value.equals(""));
  }

  private Answer run(Invocation call, Verb asked) throws OperationFailure {
    Payload payload = Payload.of(call, common.details(), Map.of());
    Answer answer =
        entrypoints.run(
            new Order(common.extension(), common.entrypoint(), asked.word(), payload, 0),
            call.task());
    if (!answer.isSuccess()) {
      throw new OperationFailure(
          FAILED,
          "the entrypoint ended with exit code " + answer.code() + " when asked to " + asked.word(),
          Map.of(
              "exitcode", Integer.toString(answer.code()),
              "output", answer.output(),
              "erroroutput", answer.errorOutput()));
    }
    return answer;
  }
}
