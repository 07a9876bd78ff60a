package hotshoe.cloudstack.poll;

import hotshoe.cloudstack.HostStates;
import hotshoe.cloudstack.HostStates.Question;
import hotshoe.cloudstack.LifecycleVerb;
import hotshoe.cloudstack.lifecycle.Instances;
import hotshoe.cloudstack.lifecycle.PowerState;
import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.configuration.Configuration;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.schedule.Job;
import hotshoe.schedule.Timetable;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import hotshoe.slice.SliceContext;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import hotshoe.type.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the power states of the deployed instances of every mapped host, every {@code
 * cloudstack.poll-interval} (row CS-59). A host is asked anew only when its last round has ended,
 * and at most {@code cloudstack.poll-parallel} entrypoints run for this at a time. An extension
 * that is disabled has no verbs, and so is not asked.
 */
@Component(service = Slice.class)
@SliceComponent(name = "hotshoe.cloudstack-poll")
public final class StatusPoll implements Slice, StatusReporter {

  private static final Logger log = LoggerFactory.getLogger(StatusPoll.class);

  private final Instances instances;
  private final Duration interval;
  private final Duration limit;
  private final int parallel;
  private final Map<OperationProvider, HostStates> verbs = new ConcurrentHashMap<>();
  private final Set<Ref> asked = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Optional<SliceContext>> context =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<ExecutorService>> pool =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<String> last = new AtomicReference<>("nothing was asked yet");

  /** Takes what it needs; nothing is asked yet. */
  @Activate
  public StatusPoll(@Reference Instances instances, @Reference Configuration configuration) {
    this.instances = instances;
    this.interval = configuration.duration("cloudstack.poll-interval");
    this.limit = configuration.duration("cloudstack.poll-limit");
    this.parallel = (int) Math.max(1, configuration.number("cloudstack.poll-parallel"));
  }

  /** A verb that asks for all instances of a host. */
  @Reference(
      target = "(verb=statuses)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "withdraw")
  public void offer(OperationProvider offered) {
    if (offered instanceof LifecycleVerb verb) {
      verbs.put(offered, verb.states());
    }
  }

  /** The extension goes. */
  public void withdraw(OperationProvider gone) {
    verbs.remove(gone);
  }

  @Override
  public void prestart(SliceContext given) {
    context.set(Optional.of(given));
  }

  @Override
  public void start() {
    if (interval.isZero()) {
      last.set("not asking (cloudstack.poll-interval is 0)");
      return;
    }
    asked.clear();
    AtomicInteger number = new AtomicInteger();
    pool.set(
        Optional.of(
            Executors.newFixedThreadPool(
                parallel,
                task -> new Thread(task, "cloudstack-poll-" + number.incrementAndGet()))));
    Job job = Job.of("ask for power states", Timetable.every(interval), this::poll);
    context.get().orElseThrow().scheduler().schedule(job.quietly());
  }

  @Override
  public void prestop() {
    pool.getAndSet(Optional.empty()).ifPresent(ExecutorService::shutdownNow);
  }

  /** Begins a round: asks every mapped host whose last round has ended. */
  private void poll() {
    Map<String, List<Resource>> deployed = instances.deployed();
    for (Resource host : instances.hosts()) {
      List<Resource> on = deployed.getOrDefault(host.ref().id(), List.of());
      if (!on.isEmpty()) {
        states(host).ifPresent(states -> ask(states, host, on));
      }
    }
  }

  private Optional<HostStates> states(Resource host) {
    try {
      Optional<ExtensionName> extension = instances.mapping(host).map(Mapping::extension);
      return verbs.values().stream()
          .filter(states -> extension.equals(Optional.of(states.extension())))
          .findFirst();
    } catch (ProblemException unplaced) {
      log.debug("{} is not asked", host.ref(), unplaced);
      return Optional.empty();
    }
  }

  private void ask(HostStates states, Resource host, List<Resource> on) {
    Optional<ExecutorService> running = pool.get();
    if (running.isEmpty() || !asked.add(host.ref())) {
      return;
    }
    long begin = System.nanoTime();
    Question question = new Question(host, on, limit, Optional.empty());
    states
        .ask(question, running.get())
        .whenComplete(
            (told, failure) -> {
              asked.remove(host.ref());
              ended(host, Duration.ofNanos(System.nanoTime() - begin), told, failure);
            });
  }

  private void ended(Resource host, Duration took, Map<Ref, PowerState> told, Throwable failure) {
    if (failure != null) {
      log.warn("{} could not be asked for power states", host.ref(), failure);
      return;
    }
    last.set("%s told %d in %d ms".formatted(host.ref(), told.size(), took.toMillis()));
  }

  @Override
  public SliceStatus status() {
    return SliceStatus.of(StatusLevel.OK, last.get());
  }
}
