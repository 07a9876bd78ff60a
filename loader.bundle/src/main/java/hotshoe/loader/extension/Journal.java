package hotshoe.loader.extension;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log who came, who changed and who went: one line each, and nothing twice. */
final class Journal {

  private static final Logger log = LoggerFactory.getLogger("hotshoe.extensions");

  private final Roster roster;
  private final Portraits portraits;
  private final Comparator<ExtensionName> order;
  private final BooleanSupplier isClosing;
  private final Map<ExtensionName, Said> said = new HashMap<>();

  /**
   * Tells of several extensions in this order, in which they were started.
   *
   * @param isClosing whether the host is stopping: what its slices do then is no news of extensions
   */
  Journal(
      Roster roster,
      Portraits portraits,
      Comparator<ExtensionName> order,
      BooleanSupplier isClosing) {
    this.isClosing = isClosing;
    this.roster = roster;
    this.portraits = portraits;
    this.order = order;
  }

  private record Said(Version version, ExtensionState state, String cause, String origin) {}

  /**
   * Says what has changed since the last time.
   *
   * @param reasons why extensions went, where somebody knows
   * @param began when the change was noticed, as {@link System#nanoTime}
   */
  void tell(Map<ExtensionName, String> reasons, long began) {
    if (isClosing.getAsBoolean()) {
      return;
    }
    List<Entry> present = new ArrayList<>();
    for (ExtensionName name : roster.takeChanged().stream().sorted(order).toList()) {
      roster
          .find(name)
          .ifPresentOrElse(
              present::add, () -> gone(name, reasons.getOrDefault(name, "somebody removed it")));
    }
    if (!present.isEmpty()) {
      portraits.of(present).forEach(extension -> present(extension, began));
    }
  }

  private void gone(ExtensionName name, String reason) {
    Said before = said.remove(name);
    if (before != null) {
      log.info("{} {} is gone ({})", name, before.version(), reason);
    }
  }

  private void present(Extension extension, long began) {
    Said now =
        new Said(extension.version(), extension.state(), extension.cause(), extension.origin());
    Said before = said.put(extension.name(), now);
    if (now.equals(before)) {
      return;
    }
    String who = extension.name() + " " + extension.version();
    String instead =
        before == null || before.version().equals(now.version())
            ? ""
            : " instead of " + before.version();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    String where = extension.origin() + ", " + took + " ms";
    switch (extension.state()) {
      case ACTIVE -> log.info("{} is active{} ({})", who, instead, where);
      case DISABLED -> log.info("{} is disabled{} ({}): {}", who, instead, where, now.cause());
      // Told only to who has waited for a moment in vain.
      case STARTING -> log.info("{} is starting{} ({}): {}", who, instead, where, now.cause());
      case STOPPING -> log.debug("{} is stopping{} ({})", who, instead, where);
      case WAITING -> log.warn("{} waits{} ({}): {}", who, instead, where, now.cause());
      case DEGRADED, BROKEN ->
          log.warn("{} is {}{} ({}): {}", who, word(now), instead, where, now.cause());
    }
    details(extension);
  }

  /** Code, place and advice of what is wrong; what it waits for and its slices are told already. */
  private static void details(Extension extension) {
    if (extension.state() != ExtensionState.WAITING) {
      extension.problems().stream()
          .filter(problem -> !problem.code().startsWith("HS-SLICE-"))
          .forEach(Journal::tell);
    }
  }

  /** What an author may want to know is no warning to an operator. */
  private static void tell(Problem problem) {
    if (problem.severity() == Severity.NOTE) {
      log.info(problem.sentence());
    } else {
      log.warn(problem.sentence());
    }
  }

  private static String word(Said now) {
    return now.state().name().toLowerCase(Locale.ROOT);
  }

  /** Says what is wrong with an archive that was not taken. */
  void rejected(Collection<Problem> problems) {
    problems.forEach(Journal::tell);
  }

  /** Says something that needs no code. */
  void note(String sentence) {
    log.info(sentence);
  }
}
