package hotshoe.shell;

import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.SliceName;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import hotshoe.status.Status;
import hotshoe.status.StatusLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A host that remembers whether it was asked to stop. */
public final class FakeHost implements Host, Status {

  public final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public String product() {
    return "Hotshoe";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public Instant started() {
    return Instant.parse("2026-11-20T08:00:00Z");
  }

  @Override
  public Phase phase() {
    return Phase.READY;
  }

  @Override
  public void stop(String reason) {
    stopped.countDown();
  }

  @Override
  public HostStatus status() {
    SliceName user = new SliceName("core.user");
    return new HostStatus(
        product(),
        version(),
        phase(),
        StatusLevel.WARNING,
        started(),
        new FakeExtensions().list(),
        new FakeSlices().list(),
        Map.of(
            user,
            new SliceStatus(
                StatusLevel.WARNING, "the quota is nearly used up", Map.of("used", 97))),
        List.of(new FeatureReport(user, new Feature.Flag("signup", "people may sign up"), "off")));
  }
}
