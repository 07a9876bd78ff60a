package hotshoe.inventory.named;

import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Reading;
import hotshoe.inventory.Inventories.Refused;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.model.Addition;
import hotshoe.inventory.source.Footprint;
import hotshoe.inventory.source.InventoryReader;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One inventory that has been asked for. Askers get the last good answer without waiting; one
 * thread at a time reads anew or adds, and what it makes replaces the answer as a whole or not at
 * all.
 */
final class LiveInventory {

  private static final Logger LOG = LoggerFactory.getLogger(LiveInventory.class);

  /** What fails is tried again after this long even if no file has changed. */
  private static final Duration RETRY = Duration.ofMinutes(1);

  /** Who asks for what is broken more often than this is told the same again. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final InventoryReader reader;
  private final Requests requests;
  private final Additions additions = new Additions();
  private final Changes changes;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile InventoryDefinition definition;
  private volatile Standing standing = Standing.unread();

  /** The plugins that were here at the latest attempt. */
  private volatile List<InventoryPlugin> present = List.of();

  LiveInventory(
      InventoryDefinition definition, InventoryReader reader, Requests requests, Changes changes) {
    this.definition = definition;
    this.reader = reader;
    this.requests = requests;
    this.changes = changes;
  }

  InventoryDefinition definition() {
    return definition;
  }

  /** Is read from something else from now on; true if it was read before, and has to be again. */
  boolean redefine(InventoryDefinition other) {
    definition = other;
    return standing.state() != NamedInventory.State.UNREAD;
  }

  NamedInventory portrait() {
    Standing now = standing;
    Optional<Inventory> inventory = now.answer().map(Answer::inventory);
    return new NamedInventory(
        definition,
        now.state(),
        now.version(),
        now.answer().map(Answer::read),
        now.failed(),
        inventory.map(it -> it.hosts().size()).orElse(0),
        inventory.map(it -> it.groups().size()).orElse(0),
        additions.size(),
        inventory.map(Inventory::sources).orElse(List.of()),
        now.problems());
  }

  /** The last good answer; the first who asks waits for it. */
  Inventory inventory() {
    return standing.answer().map(Answer::inventory).orElseGet(() -> inTurn(this::first));
  }

  private Inventory first() {
    Standing now = standing;
    boolean isKnownBroken =
        now.failed().isPresent() && now.attempted().plus(PATIENCE).isAfter(Instant.now());
    if (now.answer().isEmpty()) {
      if (isKnownBroken) {
        throw new ProblemException(now.reasons());
      }
      read(false);
    }
    return standing.answer().orElseThrow().inventory();
  }

  /** Reads it anew, out of no cache. */
  InventoryChange refresh() {
    return inTurn(() -> read(true));
  }

  /** Reads it anew because something has changed; what goes wrong is in the standing, and told. */
  void attempt() {
    try {
      inTurn(() -> read(false));
    } catch (ProblemException kept) {
      LOG.debug("inventory {} stays as it is", definition.name(), kept);
    }
  }

  /** Adds something; it stays when the inventory is read anew. */
  boolean add(Addition addition) {
    return inTurn(
        () -> {
          Inventory before = inventory();
          Optional<Inventory> after = additions.extended(definition.name(), before, addition);
          additions.keep(addition);
          after.ifPresent(this::replace);
          return after.isPresent();
        });
  }

  private void replace(Inventory other) {
    Answer answer = standing.answer().orElseThrow();
    Answer next = new Answer(other, answer.warnings(), answer.read());
    InventoryChange change =
        changes.between(Optional.of(answer.inventory()), other, standing.version() + 1);
    standing = standing.with(next, change.isEmpty() ? standing.version() : change.version());
    changes.tell(change);
  }

  InventoryChange forgetAdditions() {
    return inTurn(
        () -> {
          additions.clear();
          return read(false);
        });
  }

  List<InventoryChange> changesAfter(long version) {
    return changes.after(version);
  }

  private InventoryChange read(boolean isFresh) {
    Instant now = Instant.now();
    Footprint footprint = new Footprint();
    present = reader.plugins();
    Reading reading = reader.read(requests.of(definition, isFresh), footprint);
    try {
      if (reading instanceof Refused refused) {
        throw new ProblemException(refused.problems().stream().map(NamedProblems::ofAll).toList());
      }
      Inventory read = additions.madeAgain(definition.name(), ((Read) reading).inventory());
      return accept(new Answer(read, reading.problems(), now), footprint);
    } catch (ProblemException failure) {
      fail(failure.problems(), footprint, now);
      throw failure;
    }
  }

  private InventoryChange accept(Answer answer, Footprint footprint) {
    Standing before = standing;
    InventoryChange change =
        changes.between(
            before.answer().map(Answer::inventory), answer.inventory(), before.version() + 1);
    long version = change.isEmpty() ? before.version() : change.version();
    standing = before.answered(answer, version, footprint);
    if (before.failed().isPresent()) {
      LOG.info("inventory {} can be read again", definition.name());
    }
    changes.tell(change);
    return change;
  }

  private void fail(List<Problem> reasons, Footprint footprint, Instant time) {
    Standing before = standing;
    standing = before.failed(reasons, footprint, time);
    if (before.failed().isEmpty() || !before.reasons().equals(reasons)) {
      Problem main = NamedProblems.main(reasons);
      before
          .answer()
          .map(answer -> NamedProblems.kept(definition.name(), age(answer, time), main))
          .ifPresentOrElse(
              problem -> LOG.warn("{}", problem.sentence()),
              () -> LOG.warn("inventory {}: {}", definition.name(), main.sentence()));
    }
  }

  private static Duration age(Answer answer, Instant now) {
    return Duration.between(answer.read(), now);
  }

  /**
   * Whether it should be read anew: a file, a folder or a plugin is not what it was, answers have
   * come of age, or it is time to try again. Reads no source.
   */
  boolean isDue() {
    Standing now = standing;
    boolean isIdle = now.state() == NamedInventory.State.UNREAD || turn.isLocked();
    if (isIdle || !definition.watched()) {
      return false;
    }
    Optional<String> gone = Lookout.gone(now.looked(), reader.plugins());
    if (gone.isPresent()) {
      miss(gone.get());
      return false;
    }
    Instant time = Instant.now();
    return !now.looked().isCurrent()
        || Lookout.areReplaced(now.looked(), reader.plugins())
        || (now.failed().isPresent() && mayWorkNow(now, time))
        || Lookout.isOld(now, definition.lifetime(), time);
  }

  private boolean mayWorkNow(Standing now, Instant time) {
    return !reader.plugins().equals(present) || now.attempted().plus(RETRY).isBefore(time);
  }

  private void miss(String plugin) {
    Problem problem = NamedProblems.gone(definition.name(), plugin);
    if (!standing.reasons().contains(problem)) {
      LOG.warn("{}", problem.sentence());
      standing = standing.failed(List.of(problem), standing.looked(), Instant.now());
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw NamedProblems.interrupted(definition.name());
    }
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }
}
