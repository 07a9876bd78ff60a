package hotshoe.cloudstack;

import hotshoe.caller.Access;
import hotshoe.cloudstack.HostStates.Question;
import hotshoe.cloudstack.lifecycle.Console;
import hotshoe.cloudstack.lifecycle.Instances;
import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.cloudstack.lifecycle.Placement;
import hotshoe.cloudstack.lifecycle.PowerState;
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
import hotshoe.resource.Resource;
import hotshoe.type.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A verb that the entrypoint of an orchestrator understands, as an operation on an instance or a
 * host (row CS-59). One is made in the bundle of the extension for each verb. The first start makes
 * the instance, and prepares it before where the manifest asks for it (row CS-41). Safe for use by
 * many threads.
 */
public final class LifecycleVerb implements OperationProvider {

  private static final int AT_A_TIME = 8;

  private static final DeclaredError FAILURE =
      new DeclaredError(
          Talk.FAILED,
          List.of("exitcode", "output", "erroroutput"),
          "The entrypoint ended with another exit code than 0, or said that it failed.");

  private final Talk talk;
  private final Instances instances;
  private final Verb verb;
  private final InstanceChanges changes;
  private final HostStates states;

  /**
   * The verb that the properties name.
   *
   * @param entrypoints run the program of the extension
   * @param properties what the bundle says of the extension
   */
  public LifecycleVerb(Entrypoints entrypoints, Map<String, Object> properties) {
    String deployWord = (String) properties.getOrDefault(Keys.DEPLOY, Verb.CREATE.word());
    this.talk = new Talk(entrypoints, Common.of(properties), deployWord);
    this.instances = entrypoints.instances();
    this.verb = Verb.valueOf(((String) properties.get(Keys.VERB)).toUpperCase(Locale.ROOT));
    boolean prepares = Boolean.TRUE.equals(properties.get(Keys.PREPARE));
    this.changes = new InstanceChanges(talk, instances, prepares);
    this.states = new HostStates(talk, instances);
  }

  /** Asks for the states of the instances of hosts; what it learns of the entrypoint is kept. */
  public HostStates states() {
    return states;
  }

  @Override
  public List<Offer> operations() {
    List<Offer> offers = new ArrayList<>();
    offers.add(new Offer(description(verb.word()), this::run));
    if (verb == Verb.CREATE) {
      offers.add(new Offer(description(Verb.DEPLOY), this::run));
    }
    return offers;
  }

  private OperationDescription description(String word) {
    return new OperationDescription(
        new OperationName(new ExtensionName(talk.common().extension()), word),
        word,
        verb.description(),
        List.of(),
        verb.result(),
        List.of(FAILURE),
        Access.role(verb.role()),
        Optional.of(verb.resourceType()),
        Optional.of(talk.entrypoints().hostLimit()),
        traits(word),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  /** The alias is called and not listed. */
  private Set<Trait> traits(String word) {
    if (verb.isReadOnly()) {
      return Set.of(Trait.READ_ONLY);
    }
    return word.equals(verb.word()) ? Set.of() : Set.of(Trait.HIDDEN);
  }

  private Object run(Invocation call) throws OperationFailure, InterruptedException {
    talk.entrypoints().guard(talk.common().extension(), call);
    return switch (verb) {
      case STATUS -> status(call);
      case STATUSES -> statuses(call);
      case GETCONSOLE -> console(call);
      default -> value(changes.run(verb, call));
    };
  }

  /** The value where the text is JSON, else the text. */
  private static Optional<Object> value(String output) {
    return Optional.of(Json.lenient(output).orElse(output)).filter(value -> !value.equals(""));
  }

  private String status(Invocation call) throws OperationFailure {
    Resource instance = call.resource().orElseThrow();
    try {
      PowerState state = PowerState.of(ask(instance, call).output());
      instances.told(instance, state);
      return state.word();
    } catch (OperationFailure failure) {
      instances.told(instance, PowerState.UNKNOWN);
      throw failure;
    }
  }

  private Map<String, Object> console(Invocation call) throws OperationFailure {
    Answer answer = ask(call.resource().orElseThrow(), call);
    try {
      return Console.of(answer.output()).value();
    } catch (Console.Unusable unusable) {
      throw Talk.failure(answer, unusable.getMessage());
    }
  }

  private Answer ask(Resource instance, Invocation call) throws OperationFailure {
    Placement placement = instances.placement(instance);
    placement.refuseUnlessConnected(new ExtensionName(talk.common().extension()));
    return talk.ask(verb, talk.payload(call.caller()).about(placement, Moment.ANY), call.task());
  }

  private Map<String, String> statuses(Invocation call)
      throws OperationFailure, InterruptedException {
    Resource host = call.resource().orElseThrow();
    List<Resource> all = instances.deployed().getOrDefault(host.ref().id(), List.of());
    Question question =
        new Question(host, all, talk.entrypoints().hostLimit(), Optional.of(call.caller()));
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      return words(states.ask(question, pool).get());
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Map<String, String> words(Map<Ref, PowerState> told) {
    Map<String, String> words = new TreeMap<>();
    told.forEach((ref, state) -> words.put(ref.id(), state.word()));
    return words;
  }
}
