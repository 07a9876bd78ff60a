package hotshoe.cloudstack;

import hotshoe.caller.Access;
import hotshoe.cloudstack.NetworkRuns.Run;
import hotshoe.cloudstack.network.DeclaredServices;
import hotshoe.cloudstack.network.Memory;
import hotshoe.cloudstack.network.NetworkCommand;
import hotshoe.cloudstack.network.NetworkCommands;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command that the entrypoint of a NetworkOrchestrator understands, as an operation on a network
 * or a VPC. One is made in the bundle of the extension for each command that it is offered with
 * (row CS-67). Immutable.
 */
public final class NetworkVerb implements OperationProvider {

  static final String FAILED = "COMMAND_FAILED";

  private static final DeclaredError FAILURE =
      new DeclaredError(
          FAILED,
          List.of("exitcode", "output", "erroroutput"),
          "The entrypoint ended with another exit code than 0.");

  private final Entrypoints entrypoints;
  private final NetworkRuns runs;
  private final Common common;
  private final DeclaredServices services;
  private final Optional<NetworkCommand> command;

  /**
   * The command that the properties name; it offers nothing when the host knows it no longer.
   *
   * @param entrypoints run the program of the extension
   * @param runs know the networks
   * @param properties what the bundle says of the extension
   */
  public NetworkVerb(Entrypoints entrypoints, NetworkRuns runs, Map<String, Object> properties) {
    this.entrypoints = entrypoints;
    this.runs = runs;
    this.common = Common.of(properties);
    this.services = DeclaredServices.of(common.details());
    this.command = NetworkCommands.find(services, (String) properties.get(Keys.COMMAND));
  }

  @Override
  public List<Offer> operations() {
    return command.stream()
        .map(known -> new Offer(description(known), call -> run(known, call)))
        .toList();
  }

  private OperationDescription description(NetworkCommand known) {
    return new OperationDescription(
        new OperationName(new ExtensionName(common.extension()), known.word()),
        known.word(),
        known.description(),
        known.fields(),
        isEnsure(known) ? Type.mapOf(Type.any()) : Type.nothing(),
        List.of(FAILURE),
        Access.role("admin"),
        Optional.of(known.kind()),
        Optional.of(Duration.ofSeconds(2 * NetworkRuns.LIMIT + 10)),
        Set.of(),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  private static boolean isEnsure(NetworkCommand known) {
    return known.word().equals(NetworkCommands.ENSURE);
  }

  private Object run(NetworkCommand known, Invocation call) throws OperationFailure {
    List<Problem> faults = NetworkCommands.faults(services, known, call.arguments());
    if (!faults.isEmpty()) {
      throw new ProblemException(faults);
    }
    Run run = new Run(entrypoints, common, call.resource().orElseThrow(), call.task());
    Answer answer = isEnsure(known) ? runs.ensure(run) : runs.command(run, known, call.arguments());
    if (!answer.isSuccess()) {
      throw failure(known, answer.stripped());
    }
    return isEnsure(known)
        ? Memory.said(answer.output()).orElseThrow().value()
        : NothingValue.NOTHING;
  }

  private static OperationFailure failure(NetworkCommand known, Answer answer) {
    return new OperationFailure(
        FAILED,
        "the entrypoint ended with exit code " + answer.code() + " when asked to " + known.word(),
        Map.of(
            "exitcode", Integer.toString(answer.code()),
            "output", answer.output(),
            "erroroutput", answer.errorOutput()));
  }
}
