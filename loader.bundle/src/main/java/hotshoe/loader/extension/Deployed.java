package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The extensions that come from the deploy folder: whatever is seen there is made true. Called on
 * the thread of {@link Changes}.
 */
final class Deployed {

  private final Parts parts;

  Deployed(Parts parts) {
    this.parts = parts;
  }

  /** What a look at the folder came to. */
  record Followed(Set<String> unfinished, Map<String, Outcome> outcomes) {}

  /** Before the start: what is new is entered, what replaces something waits for the start. */
  void prepare() throws IOException {
    Review review = parts.reviewer().review(parts.reviewer().allNames(), Patience.MORE);
    Map<Boolean, List<Arrival>> byNovelty =
        review.arrivals().stream()
            .collect(
                Collectors.partitioningBy(
                    arrival -> parts.roster().find(arrival.name()).isEmpty()));
    List<Arrival> fresh = byNovelty.get(true);
    byNovelty.get(false).forEach(parts.entrance()::dismiss);
    remember(review.same());
    long began = System.nanoTime();
    tellRefused(parts.turn().prepare(new Change(fresh, review.departures(), began)));
  }

  /** Looks at all there is. */
  Followed followAll(long began) throws IOException {
    return follow(parts.reviewer().allNames(), Patience.MORE, began);
  }

  /** Looks at these names, does what follows from that, and what follows from what was done. */
  Followed follow(Set<String> names, Patience patience, long began) {
    return follow(names, patience, Set.of(), began);
  }

  /** The same, for somebody who has wishes. */
  Followed follow(Set<String> names, Patience patience, Set<Wish> wishes, long began) {
    Review review = parts.reviewer().review(names, patience, wishes);
    remember(review.same());
    Turn.Result result =
        parts.turn().run(new Change(review.arrivals(), review.departures(), began));
    Set<String> unfinished = new TreeSet<>(review.unfinished());
    Map<String, Outcome> outcomes = new TreeMap<>(review.outcomes());
    outcomes.putAll(arrived(review, result));
    tellRefused(result);
    parts.journal().tell(review.departures(), began);
    followFreed(review.departures().keySet(), began)
        .ifPresent(
            next -> {
              unfinished.addAll(next.unfinished());
              outcomes.putAll(next.outcomes());
            });
    return new Followed(unfinished, outcomes);
  }

  /** Lets those take a place who had to stand back for somebody who has gone. */
  Optional<Followed> followFreed(Set<ExtensionName> gone, long began) {
    Set<String> freed = parts.rejections().takeFreedBy(gone);
    return freed.isEmpty() ? Optional.empty() : Optional.of(follow(freed, Patience.MORE, began));
  }

  private void remember(List<ExtensionRecord> same) {
    try {
      parts.store().commit(same);
    } catch (IOException failure) {
      same.forEach(
          extension ->
              parts
                  .journal()
                  .rejected(List.of(StoreProblems.notWritten(extension.name(), failure))));
    }
    for (ExtensionRecord extension : same) {
      parts
          .roster()
          .find(extension.name())
          .ifPresent(entry -> parts.roster().put(entry.with(extension)));
    }
  }

  /** How the arrivals ended, by file; those that came to nothing are listed as rejected. */
  private Map<String, Outcome> arrived(Review review, Turn.Result result) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    for (Arrival arrival : review.arrivals()) {
      Outcome outcome = result.arrivals().get(arrival.name());
      DeployFile file = (DeployFile) arrival.source();
      outcomes.put(file.fileName(), outcome);
      List<Problem> problems = problems(outcome);
      if (!problems.isEmpty()) {
        parts.rejections().add(file.fileName(), file.facts(), problems, Optional.empty());
        parts.journal().rejected(problems);
      }
    }
    return outcomes;
  }

  /** Whoever could not leave is still there; the file that was removed cannot say so. */
  private void tellRefused(Turn.Result result) {
    result.departures().values().forEach(outcome -> parts.journal().rejected(problems(outcome)));
  }

  private static List<Problem> problems(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return refused.problems();
    }
    return outcome instanceof Outcome.Failed failed ? List.of(failed.cause()) : List.of();
  }
}
