package hotshoe.runtime.training;

import hotshoe.schedule.Job;
import hotshoe.schedule.Timetable;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureDeclarer;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceContext;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusReporter;
import java.time.Duration;
import java.util.List;

/** A slice that uses a little of everything. */
public final class Trainee implements Slice, FeatureDeclarer, StatusReporter {

  @Override
  public List<Feature> features() {
    return List.of(new Feature.Flag("flag", "A flag."));
  }

  @Override
  public void prestart(SliceContext context) {
    if (context.features().isEnabled("flag")) {
      context
          .scheduler()
          .schedule(Job.of("work", Timetable.every(Duration.ofHours(1)), context::isStopping));
    }
  }

  @Override
  public SliceStatus status() {
    return SliceStatus.OK;
  }
}
