package hotshoe.cloudstack;

import hotshoe.caller.Caller;
import hotshoe.cloudstack.lifecycle.Instances;
import hotshoe.cloudstack.lifecycle.Machine;
import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.cloudstack.lifecycle.PowerState;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one extension which instances of a host are on (row CS-62): all at once by {@code statuses},
 * or one by one by {@code status} where the entrypoint does not know the other, which is remembered
 * as long as this version of the extension runs. Safe for use by many threads.
 */
public final class HostStates {

  private static final Logger log = LoggerFactory.getLogger(HostStates.class);
  private static final int PATIENCE = 3;

  /** How programs say that they do not know a verb. */
  private static final Pattern UNKNOWN_VERB =
      Pattern.compile(
          "(?i)unknown|invalid|unsupported|unrecogni[sz]ed|usage|not[ -](supported|implemented)");

  private final Talk talk;
  private final Instances instances;
  private final AtomicReference<Knowledge> knowledge =
      new AtomicReference<>(new Knowledge(false, false, 0));

  /** What is known of the entrypoint: whether it ever answered, and how often in vain since. */
  private record Knowledge(boolean answers, boolean refuses, int failures) {

    private Knowledge failed() {
      return new Knowledge(answers, !answers && failures + 1 >= PATIENCE, failures + 1);
    }
  }

  HostStates(Talk talk, Instances instances) {
    this.talk = talk;
    this.instances = instances;
  }

  /**
   * Who wants to know what.
   *
   * @param host the host
   * @param instances those on it
   * @param limit how long one run may take
   * @param caller who wants to know; empty for the host itself
   */
  public record Question(
      Resource host, List<Resource> instances, Duration limit, Optional<Caller> caller) {
    public Question {
      instances = List.copyOf(instances);
    }
  }

  /** The extension that is asked. */
  public ExtensionName extension() {
    return new ExtensionName(talk.common().extension());
  }

  /**
   * Asks, and notes what is told.
   *
   * @param pool runs the program; as many run at a time as it has threads
   * @return the states; an instance of which nobody was asked is missing
   */
  public CompletableFuture<Map<Ref, PowerState>> ask(Question question, Executor pool) {
    Map<Ref, PowerState> told = new ConcurrentHashMap<>();
    return CompletableFuture.supplyAsync(() -> isTold(question, told), pool)
        .thenCompose(
            done ->
                done
                    ? CompletableFuture.completedFuture(told)
                    : each(question, told, pool).thenApply(nothing -> told));
  }

  /** Asks for all at once; false when each must be asked for itself. */
  private boolean isTold(Question question, Map<Ref, PowerState> told) {
    if (knowledge.get().refuses()) {
      return false;
    }
    Payload payload =
        by(question, talk.payload()).about(question.host(), instances.mapping(question.host()));
    Optional<Answer> answer = talk.poll(Verb.STATUSES, payload, question.limit());
    Optional<Map<String, PowerState>> states =
        answer.filter(Answer::isSuccess).flatMap(it -> PowerState.ofAll(it.output()));
    answer.ifPresent(it -> learn(it, states.isPresent()));
    states.ifPresent(byName -> spread(question, byName, told));
    return answer.isEmpty() || states.isPresent();
  }

  private void learn(Answer answer, boolean understood) {
    Knowledge before = knowledge.get();
    Knowledge after =
        understood
            ? new Knowledge(true, false, 0)
            : isRefusal(answer) ? new Knowledge(false, true, 0) : before.failed();
    knowledge.set(after);
    if (after.refuses() && !before.refuses()) {
      log.info("{} does not know statuses and is asked for each instance", extension());
    }
  }

  /** A program that ends well and tells no states has no idea of the verb either. */
  private static boolean isRefusal(Answer answer) {
    return answer.isSuccess()
        || UNKNOWN_VERB.matcher(answer.output()).find()
        || UNKNOWN_VERB.matcher(answer.errorOutput()).find();
  }

  private static Payload by(Question question, Payload payload) {
    return question.caller().map(payload::by).orElse(payload);
  }

  private void spread(
      Question question, Map<String, PowerState> byName, Map<Ref, PowerState> told) {
    for (Resource instance : question.instances()) {
      PowerState byId = byName.getOrDefault(instance.ref().id(), PowerState.UNKNOWN);
      note(instance, byName.getOrDefault(Machine.name(instance), byId), told);
    }
  }

  private CompletableFuture<Void> each(
      Question question, Map<Ref, PowerState> told, Executor pool) {
    return CompletableFuture.allOf(
        question.instances().stream()
            .map(it -> CompletableFuture.runAsync(() -> one(question, it, told), pool))
            .toArray(CompletableFuture<?>[]::new));
  }

  private void one(Question question, Resource instance, Map<Ref, PowerState> told) {
    try {
      Payload payload =
          by(question, talk.payload()).about(instances.placement(instance), Moment.ANY);
      talk.poll(Verb.STATUS, payload, question.limit())
          .ifPresent(answer -> note(instance, state(answer), told));
    } catch (ProblemException unclear) {
      log.debug("{} is not asked for", instance.ref(), unclear);
      note(instance, PowerState.UNKNOWN, told);
    }
  }

  static PowerState state(Answer answer) {
    return answer.isSuccess() ? PowerState.of(answer.output()) : PowerState.UNKNOWN;
  }

  private void note(Resource instance, PowerState state, Map<Ref, PowerState> told) {
    told.put(instance.ref(), state);
    if (!Instances.isNoted(instance, state) && instances.told(instance, state)) {
      log.info("{} is {} now, as {} says", instance.ref(), state.word(), extension());
    }
  }
}
