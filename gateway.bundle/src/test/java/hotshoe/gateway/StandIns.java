package hotshoe.gateway;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.problem.Problem;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.Version;

/** The services around the gateway, each reduced to what a test says. */
final class StandIns {

  private StandIns() {}

  /** A host whose phase a test moves. */
  static final class FixedHost implements Host {
    volatile Phase phase = Phase.READY;

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
      return Instant.parse("2026-11-21T10:15:30Z");
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

  /** Every option of the gateway, each on a line of its own. */
  static final class Written implements Configuration {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Written() {
      values.put("gateway.enabled", true);
      values.put("gateway.host", "127.0.0.1");
      values.put("gateway.port", 0L);
      values.put("slice.status-limit", Duration.ofSeconds(1));
      values.put("stop.drain-limit", Duration.ofSeconds(10));
    }

    Written with(String key, Object value) {
      values.replace(key, value);
      return this;
    }

    @Override
    public Optional<Value> find(String key) {
      int line = List.copyOf(values.keySet()).indexOf(key) + 1;
      return Optional.ofNullable(values.get(key))
          .map(it -> new Value(key, it, new Origin.File("etc/hotshoe.yaml", line), false));
    }

    @Override
    public List<Value> values() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Value> valuesFor(ExtensionName extension) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String text(String key) {
      return values.get(key).toString();
    }

    @Override
    public long number(String key) {
      return (Long) values.get(key);
    }

    @Override
    public boolean flag(String key) {
      return (Boolean) values.get(key);
    }

    @Override
    public Duration duration(String key) {
      return (Duration) values.get(key);
    }

    @Override
    public Path path(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> list(String key) {
      throw new UnsupportedOperationException();
    }
  }

  /** A host with one extension, one slice and one feature. */
  static HostStatus status(StatusLevel level) {
    SliceName name = new SliceName("shop.till");
    return new HostStatus(
        "Hotshoe",
        "0.1.0",
        Phase.READY,
        level,
        Instant.parse("2026-11-21T10:15:30Z"),
        List.of(shop()),
        List.of(till(name)),
        Map.of(name, report(level)),
        List.of(new FeatureReport(name, new Feature.Flag("credit", "buy now"), "on")));
  }

  private static Extension shop() {
    return new Extension(
        new ExtensionName("shop"),
        Version.parseVersion("1.2.3"),
        "native",
        ExtensionState.DEGRADED,
        "shop.till has failed",
        List.of(
            Problem.warning("HS-OPTION-001", "shop has no option 'titel'")
                .at("/home/ann/etc/hotshoe.yaml:3")
                .because(
                    "java.io.IOException: /home/ann/data/x.json (No space left)\n\tat shop.Till")
                .advising("look at deploy/shop.jar")),
        "0".repeat(64),
        "/home/ann/deploy/shop.jar",
        Instant.parse("2026-11-20T08:00:00Z"),
        "The \"Shop\"",
        "",
        7);
  }

  private static SliceReport till(SliceName name) {
    return new SliceReport(
        new SliceDescription(name, new TreeSet<>(), new TreeSet<>(), Optional.empty()),
        new ExtensionName("shop"),
        SliceState.ACTIVE,
        "",
        List.of(),
        new TreeSet<>(),
        Duration.ZERO,
        Duration.ofMillis(12));
  }

  private static SliceStatus report(StatusLevel level) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("customers", 3);
    details.put("open", true);
    details.put("ledger", "file:/home/ann/ledger.db");
    return new SliceStatus(level, "", details);
  }
}
