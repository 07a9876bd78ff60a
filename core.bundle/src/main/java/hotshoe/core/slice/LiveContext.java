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

/** What one slice has from the host during one life; ends what the slice began through it. */
final class LiveContext implements SliceContext {

  private final SliceName name;
  private final Equipment equipment;
  private final SliceScheduler scheduler;
  private final SliceTasks tasks;
  private volatile Features features = new Undeclared();
  private volatile boolean stopping;
  private boolean declared;

  LiveContext(SliceName name, Equipment equipment) {
    this.name = name;
    this.equipment = equipment;
    this.scheduler = new SliceScheduler(name, equipment.timer(), equipment.workers());
    this.tasks = new SliceTasks(name, equipment.workers());
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

  @Override
  public Scheduler scheduler() {
    return scheduler;
  }

  @Override
  public BackgroundTasks backgroundTasks() {
    return tasks;
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
  synchronized void declare(List<Feature> wanted) {
    features = equipment.features().declare(name, wanted);
    declared = true;
  }

  /** Drops them again, once. */
  synchronized void forgetFeatures() {
    if (declared) {
      declared = false;
      equipment.features().forget(name);
    }
  }

  void stopping() {
    stopping = true;
  }

  void endSchedules(Duration limit) {
    scheduler.stop(limit);
  }

  List<Problem> endTasks(Duration limit) {
    return tasks.stop(limit);
  }
}
