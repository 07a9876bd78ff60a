package hotshoe.inventory.named;

import java.time.Duration;

/** How old something is, as people say it. */
final class Ages {

  private Ages() {}

  static String text(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }
}
