package hotshoe.core.status;

import hotshoe.extension.Extension;
import hotshoe.host.Phase;
import hotshoe.slice.SliceReport;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The status of the whole: the worst of what all parts say and where they stand (row INM-33). What
 * does not work is an error, what is not there yet is a warning, what is not wanted is neither.
 */
final class Overall {

  private Overall() {}

  static StatusLevel of(
      Phase phase,
      List<Extension> extensions,
      List<SliceReport> slices,
      Collection<SliceStatus> reports) {
    return Stream.of(
            Stream.of(level(phase)),
            extensions.stream().map(Overall::level),
            slices.stream().map(Overall::level),
            reports.stream().map(SliceStatus::level))
        .flatMap(levels -> levels)
        .max(Comparator.naturalOrder())
        .orElse(StatusLevel.OK);
  }

  private static StatusLevel level(Phase phase) {
    return phase == Phase.READY ? StatusLevel.OK : StatusLevel.WARNING;
  }

  private static StatusLevel level(Extension extension) {
    return switch (extension.state()) {
      case BROKEN, DEGRADED -> StatusLevel.ERROR;
      case WAITING -> StatusLevel.WARNING;
      case DISABLED, STARTING, ACTIVE, STOPPING -> StatusLevel.OK;
    };
  }

  private static StatusLevel level(SliceReport slice) {
    return switch (slice.state()) {
      case FAILED -> StatusLevel.ERROR;
      case WAITING, BLOCKED -> StatusLevel.WARNING;
      case PRESTARTED, STARTING, ACTIVE, STOPPING, STOPPED -> StatusLevel.OK;
    };
  }
}
