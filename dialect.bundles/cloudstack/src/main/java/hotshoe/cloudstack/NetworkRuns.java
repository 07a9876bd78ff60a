package hotshoe.cloudstack;

import hotshoe.cloudstack.Entrypoints.Order;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.cloudstack.network.Envelope;
import hotshoe.cloudstack.network.Memory;
import hotshoe.cloudstack.network.NetworkCommand;
import hotshoe.cloudstack.network.NetworkCommands;
import hotshoe.cloudstack.network.NetworkProblems;
import hotshoe.cloudstack.network.Surroundings;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.TaskControl;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessLimits;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the entrypoints of NetworkOrchestrators: before anything else each is asked which device
 * serves the network, and what it said is kept and told again (row CS-67). Safe for use by many
 * threads.
 */
@Component(service = NetworkRuns.class)
public final class NetworkRuns {

  /** What CloudStack gives each command, in seconds. */
  static final long LIMIT = 60;

  private static final String UNCLEAR = "it wrote something else than one JSON object";
  private static final Logger log = LoggerFactory.getLogger(NetworkRuns.class);

  private final Resources resources;
  private final Mappings mappings;

  /** Runs for networks in this registry. */
  @Activate
  public NetworkRuns(@Reference Resources resources, @Reference Mappings mappings) {
    this.resources = resources;
    this.mappings = mappings;
  }

  /**
   * One run for a network.
   *
   * @param entrypoints run the program of the extension
   * @param common what every operation of the extension knows
   * @param target the network or the VPC
   * @param task hears what the program writes
   */
  record Run(Entrypoints entrypoints, Common common, Resource target, TaskControl task) {

    private ExtensionName extension() {
      return new ExtensionName(common.extension());
    }

    private Answer run(String word, Map<String, Object> keys, long seconds) {
      Order order =
          new Order(common.extension(), common.entrypoint(), word, new Payload(keys), seconds);
      ProcessLimits limits =
          seconds > 0
              ? ProcessLimits.none().withTime(Duration.ofSeconds(seconds))
              : ProcessLimits.none();
      return entrypoints.run(order, task, limits);
    }
  }

  /** The network or the VPC that a caller names, for an action that acts on either. */
  Resource target(String action, Ref named) {
    boolean isOne =
        List.of(Surroundings.NETWORK, Surroundings.VPC).stream()
            .anyMatch(kind -> kind.equalsIgnoreCase(named.kind()));
    if (!isOne) {
      throw new ProblemException(NetworkProblems.notOfNetworks(action, named));
    }
    return resources.require(named);
  }

  /** Asks for the device, then runs a command with what the caller gave. */
  Answer command(Run run, NetworkCommand command, Map<String, Object> arguments) {
    Answer answer = after(run, command.word(), LIMIT, envelope -> envelope.of(command, arguments));
    if (answer.isSuccess() && command.forgets()) {
      resources.update(run.target().ref(), held -> Memory.none(held, run.extension()));
    }
    return answer;
  }

  /** Asks for the device, then runs a custom action. */
  Answer action(Run run, String action, Map<String, Object> parameters, long seconds) {
    return after(
        run, NetworkCommands.CUSTOM_ACTION, seconds, envelope -> envelope.of(action, parameters));
  }

  private Answer after(
      Run run, String word, long seconds, Function<Envelope, Map<String, Object>> keys) {
    Surroundings surroundings = surroundings(run);
    Memory memory = ensured(run, surroundings);
    return run.run(word, keys.apply(new Envelope(surroundings, memory)), seconds);
  }

  /**
   * Asks for the device alone.
   *
   * @return what the program answered; a success has been kept
   * @throws ProblemException also when it ended well and named none
   */
  Answer ensure(Run run) {
    Surroundings surroundings = surroundings(run);
    Answer answer = ask(run, surroundings, remembered(run, surroundings));
    if (answer.isSuccess()) {
      Memory said = Memory.said(answer.output()).orElseThrow(() -> unclear(run, surroundings));
      keep(run, surroundings, said);
    }
    return answer;
  }

  private static ProblemException unclear(Run run, Surroundings surroundings) {
    return new ProblemException(noDevice(run, surroundings, UNCLEAR));
  }

  private Surroundings surroundings(Run run) {
    run.entrypoints().refuseUnlessRunBy(run.extension(), run.target());
    return Surroundings.of(resources, mappings, run.target(), run.extension());
  }

  private static Memory remembered(Run run, Surroundings surroundings) {
    return Memory.of(surroundings.holder(), run.extension());
  }

  /** Whatever goes wrong, what was known before holds; nothing goes on that was cancelled. */
  private Memory ensured(Run run, Surroundings surroundings) {
    Memory before = remembered(run, surroundings);
    try {
      Answer answer = ask(run, surroundings, before);
      Optional<Memory> said = answer.isSuccess() ? Memory.said(answer.output()) : Optional.empty();
      said.ifPresentOrElse(
          memory -> keep(run, surroundings, memory),
          () -> warn(run, surroundings, answer.isSuccess() ? UNCLEAR : ended(answer)));
      return said.orElse(before);
    } catch (ProblemException unfinished) {
      if (run.task().isCancelled()) {
        throw unfinished;
      }
      warn(run, surroundings, unfinished.problems().get(0).what());
      return before;
    }
  }

  private static Answer ask(Run run, Surroundings surroundings, Memory before) {
    Map<String, Object> keys = new Envelope(surroundings, before).ensuring();
    return run.run(NetworkCommands.ENSURE, keys, LIMIT);
  }

  private void keep(Run run, Surroundings surroundings, Memory said) {
    Resource holder = surroundings.holder();
    if (!Memory.of(holder, run.extension()).equals(said)) {
      resources.update(holder.ref(), held -> said.in(held, run.extension()));
      log.info("{} serves {} with another device", run.extension(), holder.ref());
    }
  }

  private static String ended(Answer answer) {
    return "its entrypoint ended with exit code " + answer.code();
  }

  private static void warn(Run run, Surroundings surroundings, String why) {
    Problem problem = noDevice(run, surroundings, why);
    log.warn("{}", problem.sentence());
    run.task().err(problem.sentence() + "\n");
  }

  private static Problem noDevice(Run run, Surroundings surroundings, String why) {
    return NetworkProblems.noDevice(run.extension(), surroundings.holder().ref(), why);
  }
}
