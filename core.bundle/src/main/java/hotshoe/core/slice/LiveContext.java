package hotshoe.core.slice;

import hotshoe.core.schedule.SliceScheduler;
import hotshoe.core.schedule.SliceTasks;
import hotshoe.problem.Problem;
import hotshoe.schedule.BackgroundTasks;
import hotshoe.schedule.Scheduler;
import hotshoe.slice.Feature;
import hotshoe.slice.Features;
import hotshoe.slice.SliceContext;
import hotshoe.slice.SliceName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one slice has from the host during one life; ends what the slice began through it. */
final class LiveContext implements SliceContext {

  private static final Logger LOG = LoggerFactory.getLogger(LiveContext.class);

  private final SliceName name;
  private final Equipment equipment;
  private Optional<SliceScheduler> scheduler = Optional.empty();
  private Optional<SliceTasks> tasks = Optional.empty();
  private volatile Features features = new Undeclared();
  private volatile boolean stopping;
  private final AtomicBoolean declared = new AtomicBoolean();
  private boolean schedulesEnded;
  private boolean tasksEnded;

  LiveContext(SliceName name, Equipment equipment) {
    this.name = name;
    this.equipment = equipment;
  }

  /** Of a slice that declares nothing; answers like any other that does not know a feature. */
  private final class Undeclared implements Features {
    @Override
    public boolean isEnabled(String flag) {
      return none().isEnabled(flag);
    }

    @Override
    public boolean allows(String items, String item) {
      return none().allows(items, item);
    }

    private Features none() {
      declare(List.of());
      return features;
    }
  }

  @Override
  public SliceName name() {
    return name;
  }

  @Override
  public <T> T slice(SliceName wanted, Class<T> type) {
    return equipment
        .directory()
        .slice(name, Objects.requireNonNull(wanted, "name"), Objects.requireNonNull(type, "type"));
  }

  /** Made when it is first asked for; one that is asked for too late takes nothing on. */
  @Override
  public synchronized Scheduler scheduler() {
    if (scheduler.isEmpty()) {
      SliceScheduler fresh = new SliceScheduler(name, equipment.timer(), equipment.workers());
      scheduler = Optional.of(fresh);
      if (schedulesEnded) {
        fresh.stop(Duration.ZERO);
      }
    }
    return scheduler.get();
  }

  @Override
  public synchronized BackgroundTasks backgroundTasks() {
    if (tasks.isEmpty()) {
      SliceTasks fresh = new SliceTasks(name, equipment.workers());
      tasks = Optional.of(fresh);
      if (tasksEnded) {
        LOG.debug("{} asks for tasks after its end: {}", name, fresh.stop(Duration.ZERO));
      }
    }
    return tasks.get();
  }

  @Override
  public Features features() {
    return features;
  }

  @Override
  public boolean isStopping() {
    return stopping;
  }

  /** Makes the slice's features known. */
  void declare(List<Feature> wanted) {
    declared.set(true);
    features = equipment.features().declare(name, wanted);
  }

  /** Drops them again, once. */
  void forgetFeatures() {
    if (declared.getAndSet(false)) {
      equipment.features().forget(name);
    }
  }

  void stopping() {
    stopping = true;
  }

  void endSchedules(Duration limit) {
    schedulerAtItsEnd().ifPresent(it -> it.stop(limit));
  }

  private synchronized Optional<SliceScheduler> schedulerAtItsEnd() {
    schedulesEnded = true;
    return scheduler;
  }

  List<Problem> endTasks(Duration limit) {
    return tasksAtTheirEnd().map(it -> it.stop(limit)).orElse(List.of());
  }

  private synchronized Optional<SliceTasks> tasksAtTheirEnd() {
    tasksEnded = true;
    return tasks;
  }
}
