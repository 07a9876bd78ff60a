package hotshoe.loader.extension;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.ExtensionOptions;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.loader.archive.ArchiveReader;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.archive.NativeDialect;
import hotshoe.loader.deploy.DeployFolder;
import hotshoe.loader.deploy.DeployListener;
import hotshoe.loader.deploy.DeployWatch;
import hotshoe.loader.extension.Reading.Taken;
import hotshoe.loader.extension.Standing.Broken;
import hotshoe.loader.extension.Standing.Disabled;
import hotshoe.loader.extension.Standing.Untried;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Recovery;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.Source.Given;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import hotshoe.loader.wiring.Bundles;
import hotshoe.problem.Problem;
import hotshoe.slice.Slices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * What is installed, and every way to change it. An archive goes through its stages in {@link
 * #install}: candidate, descriptor, translation, extension. All changes are called on the thread of
 * {@link Changes}.
 */
final class Installation implements DeployListener {

  private final Changes changes;
  private final EnabledExtensions enabled;
  private final Store store;
  private final DeployFolder folder;
  private final Bundles bundles;
  private final Roster roster = new Roster();
  private final Rejections rejections = new Rejections();
  private final Portraits portraits;
  private final Components components;
  private final Journal journal;
  private final Reader reader;
  private final DeployReviewer reviewer;
  private final Life life;
  private final Turn turn;

  private Optional<List<Problem>> inspected = Optional.empty();
  private boolean started;
  private volatile Optional<DeployWatch> watch = Optional.empty();

  Installation(
      BundleContext context,
      Configuration configuration,
      Slices slices,
      ExtensionOptions options,
      ServiceComponentRuntime componentRuntime,
      Changes changes) {
    this.changes = changes;
    this.enabled = EnabledExtensions.of(configuration);
    this.store = new Store(configuration.path("data"));
    this.folder = new DeployFolder(configuration.path("deploy"));
    this.bundles = new Bundles(context, configuration.duration("slice.start-limit"));
    this.portraits = new Portraits(slices);
    this.components = new Components(componentRuntime);
    this.journal = new Journal(roster, portraits, enabled.order());
    this.reader = new Reader(store, new Intake(new ArchiveReader(), List.of(new NativeDialect())));
    this.reviewer = new DeployReviewer(folder, roster, rejections, store, reader, bundles, journal);
    this.life = new Life(bundles, slices, options, roster, enabled);
    this.turn = new Turn(store, bundles, slices, roster, enabled, life, portraits);
  }

  // Reading: by anybody, at any time.

  List<Extension> list() {
    return portraits.of(roster.all());
  }

  /** With the notes that are too dear for {@link #list}. */
  Optional<Extension> find(ExtensionName name) {
    return roster.find(name).map(this::closely);
  }

  private Extension closely(Entry entry) {
    List<Problem> remarks = new ArrayList<>(entry.remarks());
    if (entry.isRunning()) {
      entry.bundle().map(components::waiting).ifPresent(remarks::addAll);
    }
    return portraits.of(entry.remarking(remarks));
  }

  List<RejectedArchive> rejected() {
    return rejections.list();
  }

  boolean isInsideStart() {
    return bundles.isInsideCall();
  }

  // The beginning and the end.

  List<Problem> inspect() {
    if (inspected.isEmpty()) {
      Recovery recovery = store.recover();
      turn.enter(recovery.extensions());
      List<Problem> problems = new ArrayList<>(recovery.problems());
      folder.prepare().ifPresent(problems::add);
      inspected = Optional.of(problems);
      lookAround(this::prepare);
    }
    List<Problem> problems = new ArrayList<>(inspected.get());
    rejections.list().forEach(archive -> problems.addAll(archive.problems()));
    return problems;
  }

  List<Problem> start() {
    long began = System.nanoTime();
    inspect();
    enabled.requireAll(names());
    if (started) {
      return List.of();
    }
    enabled.hint(names()).ifPresent(journal::note);
    beginToWatch();
    started = true;
    Set<String> unfinished = new TreeSet<>();
    lookAround(review -> unfinished.addAll(follow(review, began).unfinished()));
    Set<String> writing = giveTime(unfinished);
    watch.ifPresent(watching -> watching.start(writing));
    return everythingWrong();
  }

  private Collection<ExtensionName> names() {
    return roster.all().stream().map(Entry::name).toList();
  }

  private void beginToWatch() {
    try {
      watch = Optional.of(new DeployWatch(folder, this));
    } catch (IOException failure) {
      addProblem(folder.unusable(failure));
    }
  }

  private void addProblem(Problem problem) {
    List<Problem> problems = new ArrayList<>(inspected.orElse(List.of()));
    problems.add(problem);
    inspected = Optional.of(problems);
  }

  /** A file that was begun just before the host started is not called broken at once. */
  private Set<String> giveTime(Set<String> unfinished) {
    if (unfinished.isEmpty()) {
      return Set.of();
    }
    try {
      Thread.sleep(DeployWatch.QUIET.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    long began = System.nanoTime();
    return follow(reviewer.review(unfinished, Patience.NONE), began).unfinished();
  }

  private List<Problem> everythingWrong() {
    List<Problem> problems = inspect();
    for (Extension extension : list()) {
      if (extension.state() != ExtensionState.DISABLED) {
        problems.addAll(extension.problems());
      }
    }
    return problems;
  }

  /** Not on the thread of changes: what is being told may wait for it. */
  void stopWatching() {
    watch.ifPresent(DeployWatch::close);
  }

  // The deploy folder.

  @Override
  public Set<String> changed(Set<String> names) {
    return onDeploy(names, Patience.MORE);
  }

  @Override
  public Set<String> settled(Set<String> names) {
    return onDeploy(names, Patience.NONE);
  }

  @Override
  public Set<String> unknownChange() {
    long began = System.nanoTime();
    Set<String> unfinished = new TreeSet<>();
    return changes.make(
        () -> {
          lookAround(review -> unfinished.addAll(follow(review, began).unfinished()));
          return unfinished;
        });
  }

  @Override
  public void folderGone() {
    journal.rejected(List.of(folder.gone()));
  }

  private Set<String> onDeploy(Set<String> names, Patience patience) {
    long began = System.nanoTime();
    return changes.make(() -> follow(reviewer.review(names, patience), began).unfinished());
  }

  private void lookAround(Consumer<Review> next) {
    try {
      next.accept(reviewer.review(reviewer.allNames(), Patience.MORE));
    } catch (IOException failure) {
      addProblem(folder.unusable(failure));
    }
  }

  /** Before the start: what is new is entered, what replaces something waits for the start. */
  private void prepare(Review review) {
    List<Arrival> fresh =
        review.arrivals().stream()
            .filter(arrival -> roster.find(arrival.name()).isEmpty())
            .toList();
    remember(review.same());
    turn.prepare(new Change(fresh, review.departures(), System.nanoTime()));
  }

  /** What a look at the folder came to. */
  private record Followed(Set<String> unfinished, Map<String, Outcome> outcomes) {}

  /** Does what follows from a look at the folder, and what follows from that. */
  private Followed follow(Review review, long began) {
    remember(review.same());
    Turn.Result result = turn.run(new Change(review.arrivals(), review.departures(), began));
    Set<String> unfinished = new TreeSet<>(review.unfinished());
    Map<String, Outcome> outcomes = new TreeMap<>(review.outcomes());
    outcomes.putAll(arrived(review, result));
    journal.tell(review.departures(), began);
    Set<String> freed = rejections.takeFreedBy(review.departures().keySet());
    if (!freed.isEmpty()) {
      Followed next = follow(reviewer.review(freed, Patience.MORE), began);
      unfinished.addAll(next.unfinished());
      outcomes.putAll(next.outcomes());
    }
    return new Followed(unfinished, outcomes);
  }

  private void remember(List<ExtensionRecord> same) {
    try {
      store.commit(same);
    } catch (IOException failure) {
      same.forEach(
          extension ->
              journal.rejected(List.of(StoreProblems.notWritten(extension.name(), failure))));
    }
    for (ExtensionRecord extension : same) {
      roster.find(extension.name()).ifPresent(entry -> roster.put(entry.with(extension)));
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
        rejections.add(file.fileName(), file.facts(), problems, Optional.empty());
        journal.rejected(problems);
      }
    }
    return outcomes;
  }

  private static List<Problem> problems(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return refused.problems();
    }
    return outcome instanceof Outcome.Failed failed ? List.of(failed.cause()) : List.of();
  }

  // By hand.

  Outcome install(Path archive) {
    long began = System.nanoTime();
    Optional<String> deployed = folder.nameOf(archive);
    return deployed.isPresent()
        ? installFromFolder(deployed.get(), began)
        : install(archive.toAbsolutePath().normalize(), began);
  }

  private Outcome install(Path archive, long began) {
    Given source = new Given(archive.toString());
    Reading reading = reader.read(archive.toString(), archive);
    if (!(reading instanceof Taken taken)) {
      return new Outcome.Refused(problems(reading));
    }
    Admission.Decision decision =
        new Admission(roster, bundles, Set.of())
            .decide(taken.ready().descriptor(), taken.copy().digest(), source);
    if (decision instanceof Admission.Admitted) {
      return install(taken, source, began);
    }
    reader.discard(taken.copy());
    return decision instanceof Admission.Present present
        ? new Outcome.AlreadyPresent(portraits.of(present.entry()))
        : new Outcome.Refused(List.of(((Admission.Refused) decision).problem()));
  }

  private Outcome install(Taken taken, Given source, long began) {
    ExtensionName name = taken.ready().descriptor().name();
    try {
      store.keep(taken.copy());
    } catch (IOException failure) {
      reader.discard(taken.copy());
      return refused(StoreProblems.notWritten(name, failure));
    }
    Arrival arrival =
        new Arrival(
            taken.ready().descriptor(), taken.copy().digest(), taken.ready().translation(), source);
    Turn.Result result = turn.run(new Change(List.of(arrival), Map.of(), began));
    journal.tell(Map.of(), began);
    return result.arrivals().get(name);
  }

  private static List<Problem> problems(Reading reading) {
    if (reading instanceof Reading.Rejected rejected) {
      return rejected.problems();
    }
    return reading instanceof Reading.Unfinished unfinished
        ? List.of(unfinished.problem())
        : List.of(((Reading.Unreadable) reading).problem());
  }

  private Outcome installFromFolder(String fileName, long began) {
    Map<String, Outcome> outcomes =
        follow(reviewer.review(Set.of(fileName), Patience.NONE), began).outcomes();
    return Optional.ofNullable(outcomes.get(fileName))
        .or(() -> rejections.find(fileName).map(Installation::refused))
        .or(() -> roster.findByDeployFile(fileName).map(this::present))
        .orElseGet(() -> refused(folder.notThere(fileName)));
  }

  private static Outcome refused(RejectedArchive archive) {
    return new Outcome.Refused(archive.problems());
  }

  private Outcome present(Entry entry) {
    return new Outcome.AlreadyPresent(portraits.of(entry));
  }

  Outcome enable(ExtensionName name) {
    Optional<Entry> entry = roster.find(name);
    if (entry.isEmpty()) {
      return refused(ExtensionProblems.unknown(name, names()));
    }
    if (!enabled.allows(name)) {
      return refused(ExtensionProblems.notListed(name, enabled.origin()));
    }
    long began = System.nanoTime();
    Optional<Problem> problem = commit(entry.get().extension().wanted());
    if (problem.isPresent()) {
      return refused(problem.get());
    }
    roster.put(wanted(entry.get()));
    settle(began);
    return new Outcome.Enabled(closely(roster.find(name).orElseThrow()));
  }

  /** Broken ones with a bundle get another chance. */
  private static Entry wanted(Entry entry) {
    boolean again =
        entry.bundle().isPresent()
            && (entry.standing() instanceof Disabled || entry.standing() instanceof Broken);
    Entry remembered = entry.with(entry.extension().wanted());
    return again ? remembered.in(new Untried()) : remembered;
  }

  Outcome disable(ExtensionName name) {
    Optional<Entry> entry = roster.find(name);
    if (entry.isEmpty()) {
      return refused(ExtensionProblems.unknown(name, names()));
    }
    long began = System.nanoTime();
    Optional<Problem> problem = commit(entry.get().extension().unwanted());
    if (problem.isPresent()) {
      return refused(problem.get());
    }
    life.stop(List.of(entry.get()));
    roster.put(
        entry
            .get()
            .with(entry.get().extension().unwanted())
            .in(new Disabled(Turn.DISABLED_BY_HAND)));
    settle(began);
    return new Outcome.Disabled(closely(roster.find(name).orElseThrow()));
  }

  private void settle(long began) {
    if (started) {
      turn.run(new Change(List.of(), Map.of(), began));
    }
    journal.tell(Map.of(), began);
  }

  Outcome uninstall(ExtensionName name) {
    Optional<Entry> entry = roster.find(name);
    if (entry.isEmpty()) {
      return refused(ExtensionProblems.unknown(name, names()));
    }
    if (entry.get().extension().source() instanceof DeployFile file) {
      try {
        Files.deleteIfExists(folder.file(file.fileName()));
      } catch (IOException failure) {
        return refused(folder.notDeleted(file.fileName(), failure));
      }
      rejections.remove(file.fileName());
    }
    Map<ExtensionName, String> departure = Map.of(name, "somebody uninstalled it");
    long began = System.nanoTime();
    Turn.Result result = turn.run(new Change(List.of(), departure, began));
    journal.tell(departure, began);
    Set<String> freed = rejections.takeFreedBy(Set.of(name));
    follow(reviewer.review(freed, Patience.MORE), began);
    return result.departures().get(name);
  }

  private Optional<Problem> commit(ExtensionRecord extension) {
    try {
      store.commit(List.of(extension));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(StoreProblems.notWritten(extension.name(), failure));
    }
  }

  private static Outcome refused(Problem problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
