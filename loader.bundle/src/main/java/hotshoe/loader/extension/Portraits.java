package hotshoe.loader.extension;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Disabled;
import hotshoe.loader.extension.Standing.Running;
import hotshoe.loader.extension.Standing.Stopping;
import hotshoe.loader.extension.Standing.Waiting;
import hotshoe.loader.readiness.Readiness;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** Extensions as people see them: what the loader knows, together with how their slices are. */
final class Portraits {

  private static final Set<SliceState> DOWN = EnumSet.of(SliceState.FAILED, SliceState.BLOCKED);
  private static final Set<SliceState> COMING =
      EnumSet.of(SliceState.WAITING, SliceState.PRESTARTED, SliceState.STARTING);
  private static final Set<SliceState> GOING = EnumSet.of(SliceState.STOPPING, SliceState.STOPPED);

  private static final int SHOWN = 3;

  private final Slices slices;
  private final Readiness readiness;

  Portraits(Slices slices, Readiness readiness) {
    this.slices = slices;
    this.readiness = readiness;
  }

  /** Many at once: the slices are asked for once. */
  List<Extension> of(Collection<Entry> entries) {
    Map<ExtensionName, List<SliceReport>> reports =
        slices.list().stream().collect(Collectors.groupingBy(SliceReport::extension));
    return entries.stream()
        .map(this::alerted)
        .map(entry -> portrait(entry, reports.getOrDefault(entry.name(), List.of())))
        .toList();
  }

  /** With what its dialect holds against it, unless it is not wanted anyway. */
  private Entry alerted(Entry entry) {
    List<Problem> alerts =
        entry.standing() instanceof Disabled
            ? List.of()
            : entry.bundle().map(own -> readiness.alerts(own.getBundleId())).orElse(List.of());
    if (alerts.isEmpty()) {
      return entry;
    }
    List<Problem> remarks = new ArrayList<>(entry.remarks());
    remarks.addAll(alerts);
    return entry.remarking(remarks);
  }

  /** One. */
  Extension of(Entry entry) {
    return of(List.of(entry)).get(0);
  }

  private static Extension portrait(Entry entry, List<SliceReport> reports) {
    ExtensionState state = state(entry, reports);
    List<Problem> problems = problems(entry, reports);
    ExtensionRecord extension = entry.extension();
    return new Extension(
        entry.name(),
        extension.version(),
        extension.descriptor().dialect(),
        state,
        cause(state, entry.standing(), problems, reports),
        problems,
        extension.digest().value(),
        extension.source().toString(),
        extension.installed(),
        extension.descriptor().title(),
        extension.descriptor().description(),
        entry.bundle().map(Bundle::getBundleId).orElse(-1L));
  }

  private static ExtensionState state(Entry entry, List<SliceReport> reports) {
    Standing standing = entry.standing();
    if (entry.isStoppedByOthers()) {
      return ExtensionState.BROKEN;
    }
    if (standing instanceof Running) {
      return entry.hasErrors()
          ? ExtensionState.DEGRADED
          : running(reports.stream().map(SliceReport::state).collect(Collectors.toSet()));
    }
    if (standing instanceof Disabled) {
      return ExtensionState.DISABLED;
    }
    if (standing instanceof Broken) {
      return ExtensionState.BROKEN;
    }
    if (standing instanceof Stopping) {
      return ExtensionState.STOPPING;
    }
    return standing instanceof Waiting ? ExtensionState.WAITING : ExtensionState.STARTING;
  }

  private static ExtensionState running(Set<SliceState> states) {
    if (states.stream().anyMatch(DOWN::contains)) {
      return ExtensionState.DEGRADED;
    }
    if (states.stream().anyMatch(COMING::contains)) {
      return ExtensionState.STARTING;
    }
    return states.stream().anyMatch(GOING::contains)
        ? ExtensionState.STOPPING
        : ExtensionState.ACTIVE;
  }

  private static List<Problem> problems(Entry entry, List<SliceReport> reports) {
    List<Problem> problems = new ArrayList<>();
    if (entry.standing() instanceof Broken broken) {
      problems.addAll(broken.problems());
    }
    if (entry.standing() instanceof Waiting waiting) {
      problems.addAll(waiting.needs());
    }
    if (entry.isStoppedByOthers()) {
      problems.add(ExtensionProblems.stoppedByOthers(entry.extension()));
    }
    problems.addAll(entry.remarks());
    reports.forEach(report -> problems.addAll(report.problems()));
    return problems;
  }

  private static String cause(
      ExtensionState state, Standing standing, List<Problem> problems, List<SliceReport> reports) {
    return switch (state) {
      case ACTIVE -> "";
      case DISABLED -> ((Disabled) standing).cause();
      case WAITING, BROKEN -> sentences(problems);
      case STARTING -> notUp(reports, COMING).orElse("it has not been started yet");
      case STOPPING -> "it is stopping";
      case DEGRADED -> notUp(reports, DOWN).orElseGet(() -> sentences(errors(problems)));
    };
  }

  private static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
  }

  /** What happened and why, without codes and advice: those stand in the problems. */
  private static String sentences(List<Problem> problems) {
    String words =
        problems.stream().limit(SHOWN).map(Portraits::sentence).collect(Collectors.joining("; "));
    int more = problems.size() - SHOWN;
    return more <= 0 ? words : words + "; and " + more + " more";
  }

  static String sentence(Problem problem) {
    return Stream.of(problem.what(), problem.why())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(": "));
  }

  private static Optional<String> notUp(List<SliceReport> reports, Set<SliceState> states) {
    String words =
        reports.stream()
            .filter(report -> states.contains(report.state()))
            .map(Portraits::words)
            .collect(Collectors.joining("; "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  private static String words(SliceReport report) {
    String state = report.state().name().toLowerCase(Locale.ROOT);
    return "slice "
        + report.name()
        + " is "
        + state
        + (report.cause().isEmpty() ? "" : ": " + report.cause());
  }
}
