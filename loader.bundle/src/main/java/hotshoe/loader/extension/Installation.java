package hotshoe.loader.extension;

import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallListener.Stage;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.loader.deploy.DeployFolder;
import hotshoe.loader.deploy.DeployListener;
import hotshoe.loader.deploy.DeployWatch;
import hotshoe.loader.store.Recovery;
import hotshoe.problem.Problem;
import hotshoe.process.Interpreter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The beginning and the end of all extensions, and what is told in between: by the deploy folder's
 * watch and by people who ask. An archive's way is the same from both: {@link Reader} finds and
 * understands it, {@link Admission} lets it in, {@link Turn} makes it run.
 */
final class Installation implements DeployListener {

  private final Parts parts;
  private final Changes changes;
  private final Deployed deployed;
  private final ByHand byHand;
  private final Set<Problem> foundAtStart = new LinkedHashSet<>();

  private List<Interpreter> interpreters = List.of();
  private boolean inspected;
  private volatile boolean started;
  private volatile Optional<DeployWatch> watch = Optional.empty();

  Installation(Parts parts, Changes changes) {
    this.parts = parts;
    this.changes = changes;
    this.deployed = new Deployed(parts);
    this.byHand = new ByHand(parts, deployed);
  }

  // Reading: by anybody, at any time.

  List<Extension> list() {
    return parts.portraits().of(parts.roster().all());
  }

  Optional<Extension> find(ExtensionName name) {
    return parts.roster().find(name).map(parts::closely);
  }

  List<RejectedArchive> rejected() {
    return parts.rejections().list();
  }

  /** On the thread of whoever asks: changes go on meanwhile. */
  Planning planning() {
    return new Planning(parts);
  }

  List<InstalledVersion> versions(ExtensionName name) {
    return parts.kept().versions(name);
  }

  Optional<ExportedArchive> export(ExtensionName name) throws IOException {
    return parts.kept().export(name);
  }

  // Changing: by whoever may wait for it.

  /** The whole story: fetched, verified, understood, and then admitted and running. */
  Outcome install(InstallRequest request, InstallListener listener) {
    Optional<Outcome> hindrance = hindrance();
    if (hindrance.isPresent()) {
      return hindrance.get();
    }
    return nameInFolder(request)
        .map(fileName -> installFromFolder(fileName, request, listener))
        .orElseGet(
            () -> install(parts.acquisition().acquire(request, listener), request, listener));
  }

  /** A file of the deploy folder belongs to the folder, whoever asks for it. */
  private Outcome installFromFolder(
      String fileName, InstallRequest request, InstallListener listener) {
    if (request.digest().isPresent()) {
      Reading reading = parts.acquisition().acquire(request, listener);
      if (!(reading instanceof Reading.Taken taken)) {
        return new Outcome.Refused(ByHand.problems(reading));
      }
      parts.reader().discard(taken);
    }
    return change(byHand -> byHand.installFromFolder(fileName, request));
  }

  private Optional<String> nameInFolder(InstallRequest request) {
    try {
      return parts.folder().nameOf(Path.of(request.source()));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** The same, of bytes that somebody hands over. */
  Outcome install(InstallRequest request, InputStream archive, InstallListener listener) {
    Optional<Outcome> hindrance = hindrance();
    return hindrance.isPresent()
        ? hindrance.get()
        : install(parts.acquisition().acquire(request, archive, listener), request, listener);
  }

  private Outcome install(Reading reading, InstallRequest request, InstallListener listener) {
    if (!(reading instanceof Reading.Taken taken)) {
      return new Outcome.Refused(ByHand.problems(reading));
    }
    Outcome outcome = change(byHand -> byHand.install(taken, request));
    if (isNotNow(outcome)) {
      parts.reader().discard(taken);
    }
    listener.progress(Stage.INSTALLING, taken.size(), taken.size());
    return outcome;
  }

  private static boolean isNotNow(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        && refused.problems().equals(List.of(ExtensionProblems.notNow()));
  }

  /** A format can be read from now on: whoever waited for it comes in. */
  void dialectCame() {
    changes.later(this::followDialects);
  }

  private void followDialects() {
    if (!inspected) {
      return;
    }
    long began = System.nanoTime();
    Set<String> unread = new TreeSet<>(parts.rejections().takeUnknownFormats());
    unread.addAll(parts.reviewer().takePassedOver());
    parts.turn().enterWaiting();
    if (started) {
      deployed.follow(unread, Patience.NONE, began);
      parts.journal().tell(Map.of(), began);
    }
  }

  /** A format is read no longer: whoever is written in it has lost what runs it. */
  void dialectWent() {
    changes.later(
        () -> {
          if (started && !changes.isClosed()) {
            long began = System.nanoTime();
            parts.turn().standBack();
            parts.turn().run(new Change(List.of(), Map.of(), began));
            parts.journal().tell(Map.of(), began);
          }
        });
  }

  /**
   * The machine has these interpreters now: whoever waited for one starts, whoever lost one waits.
   */
  void machineChanged(Collection<Interpreter> present) {
    changes.later(
        () -> {
          interpreters = List.copyOf(present);
          if (started && !changes.isClosed()) {
            long began = System.nanoTime();
            parts.turn().takeOut(parts.machine().follow(interpreters));
            parts.journal().tell(Map.of(), began);
          }
        });
  }

  /** Makes a change that somebody asks for, unless this is no time for it. */
  Outcome change(Function<ByHand, Outcome> change) {
    return hindrance().orElseGet(() -> changes.make(() -> change.apply(byHand)));
  }

  private Optional<Outcome> hindrance() {
    if (parts.bundles().isInsideCall()) {
      return Optional.of(new Outcome.Refused(List.of(ExtensionProblems.insideStart())));
    }
    return !started || changes.isClosed()
        ? Optional.of(new Outcome.Refused(List.of(ExtensionProblems.notNow())))
        : Optional.empty();
  }

  // The beginning and the end, on the thread of changes.

  List<Problem> inspect() {
    if (!inspected) {
      inspected = true;
      Recovery recovery = parts.store().recover();
      foundAtStart.addAll(recovery.problems());
      parts.turn().enter(recovery.extensions());
      guarded(() -> parts.ownData().recover(name -> parts.roster().find(name).isPresent()));
      parts.folder().prepare().ifPresent(foundAtStart::add);
      guarded(deployed::prepare);
    }
    List<Problem> problems = new ArrayList<>(foundAtStart);
    rejected().forEach(archive -> problems.addAll(archive.problems()));
    return problems;
  }

  List<Problem> start() {
    long began = System.nanoTime();
    inspect();
    parts.enabled().requireAll(parts.names());
    if (started) {
      return everythingWrong();
    }
    parts.enabled().hint(parts.names()).ifPresent(parts.journal()::note);
    guarded(this::prepareWatch);
    parts.machine().follow(interpreters).forEach(parts.bundles()::uninstall);
    started = true;
    Set<String> unfinished = new TreeSet<>();
    guarded(() -> unfinished.addAll(deployed.followAll(began).unfinished()));
    Set<String> writing = giveTime(unfinished);
    parts.life().hurry(this::settledLate);
    watch.ifPresent(watching -> watching.start(writing));
    parts.journal().rejected(foundAtStart);
    return everythingWrong();
  }

  /** Whoever waited for these was told that they are starting. */
  private void settledLate(Set<ExtensionName> names, long began) {
    changes.later(
        () -> {
          parts.roster().touch(names);
          parts.journal().tell(Map.of(), began);
        });
  }

  private void prepareWatch() throws IOException {
    DeployWatch prepared = new DeployWatch(parts.folder(), this);
    watch = Optional.of(prepared);
    if (prepared.unwatched().isPresent()) {
      throw prepared.unwatched().get();
    }
  }

  /** Whether nothing has been said against it yet. */
  private boolean isFolderUsable() {
    return foundAtStart.stream().noneMatch(problem -> problem.code().equals(DeployFolder.UNUSABLE));
  }

  /** What the deploy folder does not allow is a problem like others; what is installed runs. */
  private void guarded(OnFolder act) {
    try {
      act.run();
    } catch (IOException failure) {
      if (isFolderUsable()) {
        foundAtStart.add(parts.folder().unusable(failure));
      }
    }
  }

  private interface OnFolder {
    void run() throws IOException;
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
    return deployed.follow(unfinished, Patience.NONE, System.nanoTime()).unfinished();
  }

  private List<Problem> everythingWrong() {
    List<Problem> problems = inspect();
    list().stream()
        .filter(extension -> extension.state() != ExtensionState.DISABLED)
        .flatMap(extension -> extension.problems().stream())
        .forEach(problems::add);
    return problems;
  }

  /** Not on the thread of changes: whoever is being told may wait for it. */
  void close() {
    watch.ifPresent(DeployWatch::close);
    changes.close();
    parts.bundles().close();
    changes.awaitCutShort();
  }

  // What the watch on the deploy folder tells, on its own thread.

  @Override
  public Set<String> changed(Set<String> names) {
    return follow(names, Patience.MORE);
  }

  @Override
  public Set<String> settled(Set<String> names) {
    return follow(names, Patience.NONE);
  }

  private Set<String> follow(Set<String> names, Patience patience) {
    if (changes.isClosed()) {
      return Set.of();
    }
    long began = System.nanoTime();
    return changes.make(() -> deployed.follow(names, patience, began).unfinished());
  }

  @Override
  public Set<String> unknownChange() {
    long began = System.nanoTime();
    return changes.make(
        () -> {
          try {
            return deployed.followAll(began).unfinished();
          } catch (IOException failure) {
            parts.journal().rejected(List.of(parts.folder().unusable(failure)));
            return Set.of();
          }
        });
  }

  @Override
  public void folderGone() {
    parts.journal().rejected(List.of(parts.folder().gone()));
  }
}
