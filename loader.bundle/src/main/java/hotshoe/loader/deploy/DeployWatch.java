package hotshoe.loader.deploy;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the deploy folder with the system's own notifications: nothing is polled while the folder
 * is there. What happens while the listener is busy is told it together afterwards, so bursts come
 * in few batches. One thread, from {@link #start} to {@link #close}.
 */
public final class DeployWatch implements AutoCloseable {

  /** How long a file that looks unfinished must be quiet before it counts as broken. */
  public static final Duration QUIET = Duration.ofSeconds(1);

  private static final Duration FOLDER_GONE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(DeployWatch.class);

  private final Path folder;
  private final DeployListener listener;
  private final WatchService service;
  private final Quiet quiet = new Quiet(QUIET);
  private final Thread thread = new Thread(this::run, "hotshoe-deploy");
  private final WatchedTrees trees;
  private Optional<WatchKey> watched = Optional.empty();
  private Optional<Object> identity = Optional.empty();
  private Optional<IOException> unwatched = Optional.empty();

  /**
   * Prepares to watch; from now on nothing is missed. A folder that cannot be watched yet is tried
   * again every second, and looked at as a whole once it can.
   *
   * @throws IOException when nothing at all can be watched, because a limit of the system's is
   *     reached
   */
  public DeployWatch(DeployFolder folder, DeployListener listener) throws IOException {
    this.folder = folder.path();
    this.listener = listener;
    this.service = this.folder.getFileSystem().newWatchService();
    this.trees = new WatchedTrees(this.folder, service);
    thread.setDaemon(true);
    try {
      watchParent();
      watch();
    } catch (IOException failure) {
      unwatched = Optional.of(failure);
    }
  }

  /** Why the folder could not be watched at first. */
  public Optional<IOException> unwatched() {
    return unwatched;
  }

  /** Begins to tell the listener; what looks unfinished already is asked about again. */
  public void start(Set<String> unfinished) {
    quiet.note(unfinished, unfinished, System.nanoTime());
    thread.start();
  }

  /** Tells nothing new from now on; the listener may still be at what it was told. */
  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException failure) {
      log.warn("the watch on the deploy folder did not close", failure);
    }
  }

  private void watch() throws IOException {
    watched = Optional.of(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
    identity = identity();
    trees.watchAll();
  }

  /** What tells this folder from another one of the same name; empty when it is not there. */
  private Optional<Object> identity() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      return attributes.isDirectory()
          ? Optional.ofNullable(attributes.fileKey())
          : Optional.empty();
    } catch (IOException gone) {
      log.debug("the deploy folder is not there: {}", gone.toString());
      return Optional.empty();
    }
  }

  /** The folder can be renamed away without a word; its parent tells. */
  private void watchParent() throws IOException {
    Path parent = folder.getParent();
    if (parent != null) {
      parent.register(service, ENTRY_CREATE, ENTRY_DELETE);
    }
  }

  private void run() {
    try {
      while (true) {
        Optional<WatchKey> key = next();
        if (key.isPresent()) {
          tell(key.get());
        }
        settle();
        if (watched.isEmpty()) {
          comeBack();
        }
      }
    } catch (ClosedWatchServiceException closed) {
      log.debug("the deploy folder is no longer watched: {}", closed.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<WatchKey> next() throws InterruptedException {
    Optional<Duration> wait =
        watched.isEmpty() ? Optional.of(FOLDER_GONE) : quiet.untilNext(System.nanoTime());
    return wait.isEmpty()
        ? Optional.of(service.take())
        : Optional.ofNullable(service.poll(wait.get().toNanos(), TimeUnit.NANOSECONDS));
  }

  private void tell(WatchKey key) {
    Optional<String> inside = trees.nameOf(key);
    if (inside.isPresent()) {
      tellInside(key, inside.get());
      return;
    }
    if (!watched.filter(key::equals).isPresent()) {
      key.pollEvents().stream()
          .filter(event -> folder.getFileName().equals(event.context()))
          .findFirst()
          .ifPresent(event -> lookAgainAtFolder());
      key.reset();
      return;
    }
    Set<String> names = new TreeSet<>();
    boolean overflow = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      overflow |= event.kind() == OVERFLOW;
      Optional.ofNullable(event.context()).ifPresent(name -> names.add(name.toString()));
    }
    boolean there = key.reset();
    names.forEach(trees::watch);
    if (overflow) {
      trees.watchAll();
    }
    if (overflow) {
      guarded(() -> quiet.note(names, listener.unknownChange(), System.nanoTime()));
    } else if (!names.isEmpty()) {
      guarded(() -> quiet.note(names, listener.changed(names), System.nanoTime()));
    }
    if (!there) {
      gone();
    }
  }

  /** Something in a folder of the deploy folder: nobody needs to know what. */
  private void tellInside(WatchKey key, String name) {
    key.pollEvents();
    if (!key.reset()) {
      trees.forget(key);
    }
    trees.watch(name);
    Set<String> names = Set.of(name);
    guarded(() -> quiet.note(names, listener.changed(names), System.nanoTime()));
  }

  /** Somebody made or removed a folder of that name: the one that was watched may be another. */
  private void lookAgainAtFolder() {
    if (watched.isPresent() && identity.isPresent() && identity.equals(identity())) {
      return;
    }
    watched.ifPresent(WatchKey::cancel);
    if (Files.isDirectory(folder)) {
      comeBack();
    } else if (watched.isPresent()) {
      gone();
    }
  }

  private void gone() {
    if (watched.isPresent()) {
      watched = Optional.empty();
      guarded(listener::folderGone);
    }
  }

  private void comeBack() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      watch();
      log.info("the deploy folder is there and watched: {}", folder);
      guarded(() -> quiet.note(Set.of(), listener.unknownChange(), System.nanoTime()));
    } catch (IOException failure) {
      log.debug("the deploy folder cannot be watched yet", failure);
    }
  }

  private void settle() {
    Set<String> settled = quiet.takeSettled(System.nanoTime());
    if (!settled.isEmpty()) {
      guarded(() -> quiet.note(settled, listener.settled(settled), System.nanoTime()));
    }
  }

  /** Whatever goes wrong with one change, the next one is heard. */
  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException failure) {
      log.error("a change in the deploy folder could not be handled", failure);
    }
  }
}
