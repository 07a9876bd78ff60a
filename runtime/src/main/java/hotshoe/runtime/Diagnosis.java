package hotshoe.runtime;

import hotshoe.extension.Extension;
import hotshoe.extension.Extensions;
import hotshoe.host.Phase;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.util.List;
import java.util.Optional;

/** What the host is doing right now, for whoever asks with SIGUSR1 (row INM-25). */
final class Diagnosis {

  private Diagnosis() {}

  static String of(Phase phase, Optional<RunningHost> host) {
    StringBuilder text = new StringBuilder("--- diagnosis: phase " + phase + "\n");
    host
        .flatMap(it -> it.service(Extensions.class))
        .map(Extensions::list)
        .orElse(List.of())
        .stream()
        .map(Diagnosis::line)
        .forEach(text::append);
    host.flatMap(it -> it.service(Slices.class)).map(Slices::list).orElse(List.of()).stream()
        .map(Diagnosis::line)
        .forEach(text::append);
    return text.append("--- end of diagnosis").toString();
  }

  private static String line(Extension extension) {
    return "extension %s %s %s %s%n"
        .formatted(extension.name(), extension.version(), extension.state(), extension.cause());
  }

  private static String line(SliceReport slice) {
    return "slice %s %s %s%n".formatted(slice.name(), slice.state(), slice.cause());
  }
}
