package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One extension goes because somebody uninstalls it. On the thread of {@link Changes}. */
final class Departure {

  private static final Logger log = LoggerFactory.getLogger(Departure.class);

  private final Parts parts;
  private final Deployed deployed;

  Departure(Parts parts, Deployed deployed) {
    this.parts = parts;
    this.deployed = deployed;
  }

  /**
   * The file in the deploy folder goes first: were it last and the host died, it would bring the
   * extension back. What the extension wrote goes last, once nobody uses it.
   */
  Outcome of(Entry entry, boolean keepingData) {
    ExtensionName name = entry.name();
    Optional<Problem> hindrance = prepare(entry, keepingData);
    if (hindrance.isPresent()) {
      return new Outcome.Refused(List.of(hindrance.get()));
    }
    Outcome outcome = remove(name);
    if (!keepingData) {
      end(name, outcome);
    }
    return outcome;
  }

  private Optional<Problem> prepare(Entry entry, boolean keepingData) {
    if (!keepingData) {
      try {
        parts.ownData().mark(entry.name());
      } catch (IOException failure) {
        return Optional.of(StoreProblems.notWritten(entry.name(), failure));
      }
    }
    return entry.extension().source() instanceof DeployFile file
        ? takeOut(entry.name(), file.fileName())
        : Optional.empty();
  }

  private Optional<Problem> takeOut(ExtensionName name, String fileName) {
    try {
      parts.folder().takeOut(fileName).ifPresent(parts.journal()::note);
      parts.rejections().remove(fileName);
      return Optional.empty();
    } catch (IOException failure) {
      unmark(name);
      return Optional.of(parts.folder().notDeleted(fileName, failure));
    }
  }

  private Outcome remove(ExtensionName name) {
    long began = System.nanoTime();
    Map<ExtensionName, String> departure = Map.of(name, "somebody uninstalled it");
    Turn.Result result = parts.turn().run(new Change(List.of(), departure, began));
    parts.journal().tell(departure, began);
    deployed.followFreed(departure.keySet(), began);
    return result.departures().get(name);
  }

  private void end(ExtensionName name, Outcome outcome) {
    if (!(outcome instanceof Outcome.Uninstalled)) {
      unmark(name);
      return;
    }
    try {
      parts.ownData().remove(name);
    } catch (IOException failure) {
      parts
          .journal()
          .rejected(
              List.of(
                  ExtensionProblems.ownDataStays(
                      name, "own/" + name, StoreProblems.words(failure))));
    }
  }

  private void unmark(ExtensionName name) {
    try {
      parts.ownData().unmark(name);
    } catch (IOException failure) {
      log.debug("the mark of {} stays until the next start", name, failure);
    }
  }
}
