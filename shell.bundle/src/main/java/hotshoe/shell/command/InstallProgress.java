package hotshoe.shell.command;

import hotshoe.extension.InstallListener;
import java.util.Locale;

/** Shows how far an archive has come; takes it away at the end. */
final class InstallProgress implements InstallListener, AutoCloseable {

  private static final double KILO = 1000;

  private final Dialogue dialogue;

  InstallProgress(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  @Override
  public void progress(Stage stage, long done, long total) {
    String of = total > 0 ? " of " + size(total) : "";
    dialogue.progress(
        total > 0 ? (double) done / total : -1,
        stage.name().toLowerCase(Locale.ROOT) + (done > 0 ? ", " + size(done) + of : ""));
  }

  /** A number of bytes for people: {@code 12.5 MB}. */
  static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " bytes";
    }
    double kilobytes = bytes / KILO;
    return kilobytes < KILO
        ? String.format(Locale.ROOT, "%.1f kB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / KILO);
  }

  @Override
  public void close() {
    dialogue.settle();
  }
}
