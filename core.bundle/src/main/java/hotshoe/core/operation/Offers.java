package hotshoe.core.operation;

import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks services what they offer, on a thread of its own, for they may hang; and puts on the shelves
 * what stands the check. One that answers late is heard all the same.
 */
final class Offers {

  private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

  private final Shelves shelves;
  private final Duration limit;

  Offers(Shelves shelves, Duration limit) {
    this.shelves = shelves;
    this.limit = limit;
  }

  /** What a service is asked. */
  interface Question {
    List<Offer> answer();
  }

  /** What one service has on the shelves. */
  static final class Batch {
    private final Gate gate;
    private final Whiteboard.Owner owner;
    private List<Entry> entries = List.of();
    private boolean gone;

    Batch(Gate gate, Whiteboard.Owner owner) {
      this.gate = gate;
      this.owner = owner;
    }

    synchronized void leave(Shelves shelves) {
      gone = true;
      shelves.remove(gate, entries);
      entries = List.of();
    }

    private synchronized List<Problem> arrive(Shelves shelves, List<Entry> arrived) {
      if (gone) {
        return List.of();
      }
      entries = arrived;
      return shelves.add(gate, arrived);
    }
  }

  /** Asks, and returns when it was answered or the limit is over. */
  void ask(Batch batch, Question question) {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> hear(batch, question, answered), "hotshoe offers " + batch.owner.text());
    thread.setDaemon(true);
    thread.start();
    try {
      answered.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String why = "it has not answered for " + limit.toMillis() + " ms";
      LOG.error("{}", OperationProblems.silent(batch.owner.text(), why).sentence());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      LOG.error(
          "{}", OperationProblems.silent(batch.owner.text(), cause.toString()).sentence(), cause);
    }
  }

  private void hear(Batch batch, Question question, CompletableFuture<Void> answered) {
    try {
      List<Entry> entries = new ArrayList<>();
      for (Offer offer : question.answer()) {
        entry(batch, offer).ifPresent(entries::add);
      }
      batch.arrive(shelves, entries).forEach(Offers::tell);
      answered.complete(null);
    } catch (Throwable thrown) {
      answered.completeExceptionally(thrown);
    }
  }

  private Optional<Entry> entry(Batch batch, Offer offer) {
    OperationDescription description = offer.description();
    String owner = batch.owner.text();
    if (!description.name().extension().equals(batch.owner.extension())) {
      tell(
          OperationProblems.foreign(description.name().toString(), batch.owner.extension(), owner));
      return Optional.empty();
    }
    String name = description.name().toString();
    DescriptionCheck.Findings findings = DescriptionCheck.of(description);
    if (!findings.oddities().isEmpty()) {
      tell(OperationProblems.unusual(name, owner, findings.oddities()));
    }
    if (!findings.faults().isEmpty()) {
      tell(OperationProblems.wrong(name, owner, findings.faults()));
      return Optional.empty();
    }
    return Optional.of(new Entry(description, offer.handler(), batch.gate, owner));
  }

  /** The operations that a component's methods are. Those that cannot be are told and left out. */
  List<Offer> methods(OperationComponent component, Whiteboard.Owner owner) {
    MethodReader.Reading reading = MethodReader.read(component, owner.extension());
    reading
        .faults()
        .forEach(
            (method, fault) -> tell(OperationProblems.wrong(method, owner.text(), List.of(fault))));
    return reading.offers();
  }

  private static void tell(Problem problem) {
    switch (problem.severity()) {
      case ERROR -> LOG.error("{}", problem.sentence());
      default -> LOG.warn("{}", problem.sentence());
    }
  }
}
