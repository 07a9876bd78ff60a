package hotshoe.runtime;

import hotshoe.extension.Extension;
import hotshoe.extension.Extensions;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.util.List;

/** What the host is doing right now, for whoever asks with SIGUSR1 (row INM-25). */
final class Diagnosis {

  private Diagnosis() {}

  static String of(RunningHost host) {
    StringBuilder text = new StringBuilder("--- diagnosis: phase ");
    text.append(host.control().phase()).append('\n');
    host.service(Extensions.class).map(Extensions::list).orElse(List.of()).stream()
        .map(Diagnosis::line)
        .forEach(text::append);
    host.service(Slices.class).map(Slices::list).orElse(List.of()).stream()
        .map(Diagnosis::line)
        .forEach(text::append);
    return text.append(Threads.dump()).append("--- end of diagnosis").toString();
  }

  private static String line(Extension extension) {
    return "extension %s %s %s %s%n"
        .formatted(extension.name(), extension.version(), extension.state(), extension.cause());
  }

  private static String line(SliceReport slice) {
    return "slice %s %s %s%n".formatted(slice.name(), slice.state(), slice.cause());
  }
}
