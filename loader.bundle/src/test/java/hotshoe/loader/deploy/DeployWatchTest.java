package hotshoe.loader.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the watch on a folder tells. */
class DeployWatchTest {

  @TempDir Path home;

  /** Notes what it is told; takes names that end in .half for unfinished. */
  private static final class Listener implements DeployListener {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CountDownLatch released;

    Listener(CountDownLatch released) {
      this.released = released;
    }

    @Override
    public Set<String> changed(Set<String> names) {
      told.add("changed " + names);
      waitForRelease();
      Set<String> unfinished = new TreeSet<>(names);
      unfinished.removeIf(name -> !name.endsWith(".half"));
      return unfinished;
    }

    private void waitForRelease() {
      try {
        assertTrue(released.await(20, TimeUnit.SECONDS));
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    @Override
    public Set<String> settled(Set<String> names) {
      told.add("settled " + names);
      return Set.of();
    }

    @Override
    public Set<String> unknownChange() {
      told.add("unknown");
      return Set.of();
    }

    @Override
    public void folderGone() {
      told.add("gone");
    }

    /** Waits for this, whatever is told before. */
    void await(String expected) throws InterruptedException {
      String next = "";
      while (!next.equals(expected)) {
        next = told.poll(20, TimeUnit.SECONDS);
        assertTrue(next != null, "waited in vain for: " + expected);
      }
    }
  }

  @Test
  void whatIsUnfinishedIsAskedAboutAgainOnceItIsQuiet() throws Exception {
    Listener listener = new Listener(new CountDownLatch(0));
    try (DeployWatch watch = watch(listener)) {
      Files.createFile(home.resolve("a.half"));
      Files.createFile(home.resolve("b.jar"));
      listener.await("settled [a.half]");
    }
  }

  @Test
  void whatWasUnfinishedBeforeTheStartIsAskedAboutAsWell() throws Exception {
    Listener listener = new Listener(new CountDownLatch(0));
    DeployWatch watch = new DeployWatch(new DeployFolder(home), listener);
    try (watch) {
      watch.start(Set.of("early.half"));
      listener.await("settled [early.half]");
    }
  }

  @Test
  void whatHappensBeforeTheStartIsToldAfterIt() throws Exception {
    Listener listener = new Listener(new CountDownLatch(0));
    try (DeployWatch watch = new DeployWatch(new DeployFolder(home), listener)) {
      Files.createFile(home.resolve("early.jar"));
      watch.start(Set.of());
      listener.await("changed [early.jar]");
    }
  }

  @Test
  void whenTooMuchHappensEverythingIsLookedAt() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    Listener listener = new Listener(released);
    try (DeployWatch watch = watch(listener)) {
      Files.createFile(home.resolve("first.jar"));
      listener.await("changed [first.jar]");
      for (int at = 0; at < 2000; at++) {
        Files.createFile(home.resolve(at + ".jar"));
      }
      released.countDown();
      listener.await("unknown");
    }
  }

  @Test
  void aFolderThatGoesIsSaidAndAFolderThatComesIsLookedAt() throws Exception {
    Listener listener = new Listener(new CountDownLatch(0));
    Path folder = Files.createDirectory(home.resolve("deploy"));
    try (DeployWatch watch = new DeployWatch(new DeployFolder(folder), listener)) {
      watch.start(Set.of());
      Files.move(folder, home.resolve("aside"));
      listener.await("gone");
      Files.createDirectory(folder);
      listener.await("unknown");
      Files.createFile(folder.resolve("a.jar"));
      listener.await("changed [a.jar]");
    }
  }

  @Test
  void aListenerThatFailsHearsTheNextChange() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    DeployListener failing =
        new DeployListener() {
          @Override
          public Set<String> changed(Set<String> names) {
            told.addAll(names);
            throw new IllegalStateException("a fault in the host");
          }

          @Override
          public Set<String> settled(Set<String> names) {
            return Set.of();
          }

          @Override
          public Set<String> unknownChange() {
            return Set.of();
          }

          @Override
          public void folderGone() {}
        };
    try (DeployWatch watch = watch(failing)) {
      Files.createFile(home.resolve("a.jar"));
      assertEquals("a.jar", told.poll(20, TimeUnit.SECONDS));
      Files.createFile(home.resolve("b.jar"));
      assertEquals("b.jar", told.poll(20, TimeUnit.SECONDS));
    }
  }

  private DeployWatch watch(DeployListener listener) throws IOException {
    DeployWatch watch = new DeployWatch(new DeployFolder(home), listener);
    watch.start(Set.of());
    return watch;
  }
}
