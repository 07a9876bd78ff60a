package hotshoe.loader.extension;

import hotshoe.host.Host;
import hotshoe.host.Phase;
import java.time.Instant;

/** A host that stands where a test wants it. */
final class StandingHost implements Host {

  private volatile Phase phase = Phase.READY;

  @Override
  public String product() {
    return "Hotshoe";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public Instant started() {
    return Instant.EPOCH;
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public void stop(String reason) {
    phase = Phase.STOPPING;
  }
}
