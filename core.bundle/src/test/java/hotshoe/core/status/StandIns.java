package hotshoe.core.status;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Extensions;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.Version;

/** The services around the status, each reduced to what a test says. */
final class StandIns {

  private StandIns() {}

  static final class FixedHost implements Host {
    Phase phase = Phase.READY;

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

  static final class ListedSlices implements Slices {
    private final Map<SliceName, SliceReport> reports = new TreeMap<>();

    void add(SliceName name, SliceState state) {
      SliceDescription description =
          new SliceDescription(name, new TreeSet<>(), new TreeSet<>(), Optional.empty());
      reports.put(
          name,
          new SliceReport(
              description,
              new ExtensionName("shop"),
              state,
              "",
              List.of(),
              new TreeSet<>(),
              Duration.ZERO,
              Duration.ZERO));
    }

    @Override
    public List<SliceReport> list() {
      return new ArrayList<>(reports.values());
    }

    @Override
    public Optional<SliceReport> find(SliceName name) {
      return Optional.ofNullable(reports.get(name));
    }

    @Override
    public SliceGraph graph() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Hold hold() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> retire(ExtensionName extension) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> stop(Duration limit) {
      throw new UnsupportedOperationException();
    }
  }

  static Extension active(String name, String version) {
    return extension(name, version, ExtensionState.ACTIVE, "");
  }

  static Extension disabled(String name) {
    return extension(name, "1.0.0", ExtensionState.DISABLED, "not wanted");
  }

  static Extension waiting(String name) {
    return extension(name, "1.0.0", ExtensionState.WAITING, "needs a bank");
  }

  static Extension broken(String name) {
    return extension(name, "1.0.0", ExtensionState.BROKEN, "torn");
  }

  private static Extension extension(
      String name, String version, ExtensionState state, String cause) {
    return new Extension(
        new ExtensionName(name),
        Version.parseVersion(version),
        "native",
        state,
        cause,
        List.of(),
        "0".repeat(64),
        name + ".jar",
        Instant.EPOCH,
        name,
        "",
        -1);
  }

  static Extensions extensions(Extension... list) {
    return new Extensions() {
      @Override
      public List<Extension> list() {
        return List.of(list);
      }

      @Override
      public Optional<Extension> find(ExtensionName name) {
        return list().stream().filter(it -> it.name().equals(name)).findFirst();
      }

      @Override
      public List<RejectedArchive> rejected() {
        return List.of();
      }

      @Override
      public Outcome install(Path archive) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Outcome enable(ExtensionName name) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Outcome disable(ExtensionName name) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Outcome uninstall(ExtensionName name) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
