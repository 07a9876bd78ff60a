package hotshoe.shell.text;

import hotshoe.shell.command.Dump;
import java.lang.management.ThreadInfo;
import java.util.List;

/** What every thread does, in the manner of a JVM's own thread dump. */
final class DumpText {

  private DumpText() {}

  static void write(Dump dump, Page page) {
    page.line(dump.threads().size() + " threads at " + Moment.of(dump.taken()));
    if (!dump.deadlocked().isEmpty()) {
      page.line(new Span("in deadlock: " + String.join(", ", dump.deadlocked()), Tone.BAD));
    }
    dump.threads().forEach(thread -> write(thread, page));
    if (!dump.slices().isEmpty()) {
      page.gap().table(SliceText.table(dump.slices()));
    }
  }

  private static void write(ThreadInfo thread, Page page) {
    page.gap()
        .line(
            new Span('"' + thread.getThreadName() + '"', Tone.STRONG),
            Span.of(" " + thread.getThreadState() + waitsFor(thread)));
    List.of(thread.getStackTrace()).forEach(frame -> page.line("    at " + frame));
  }

  private static String waitsFor(ThreadInfo thread) {
    if (thread.getLockName() == null) {
      return "";
    }
    String owner = thread.getLockOwnerName();
    return " on " + thread.getLockName() + (owner == null ? "" : " held by \"" + owner + '"');
  }
}
