package hotshoe.loader.extension;

import static hotshoe.loader.extension.RecordingSlices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import hotshoe.slice.SliceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log says: one line for each who comes, changes or goes. */
class JournalTest {

  private static final Logger LOG = Logger.getLogger("hotshoe.extensions");

  @TempDir Path home;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          String text = new SimpleFormatter().formatMessage(line);
          lines.add(line.getLevel() + " " + text.replaceAll("\\d+ ms", "N ms"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.setLevel(Level.ALL);
    LOG.addHandler(handler);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(handler);
    LOG.setUseParentHandlers(true);
    LOG.setLevel(null);
  }

  @Test
  void whateverHappensIsSaidInOneLine() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      drop(host, BundleJar.named("hello").starts(""), ExtensionState.ACTIVE);
      drop(host, BundleJar.named("hello").version("1.1.0").starts(""), ExtensionState.ACTIVE);
      drop(host, BundleJar.named("hello").version("1.2.0").starts("throw"), ExtensionState.ACTIVE);
      drop(host, BundleJar.named("hello").needs("org.far", "1.0"), ExtensionState.ACTIVE);
      host.loader.disable(new ExtensionName("hello"));
      drop(
          host,
          BundleJar.named("hello").version("1.3.0").needs("org.far", "1.0"),
          ExtensionState.DISABLED);
      host.loader.enable(new ExtensionName("hello"));
      drop(host, BundleJar.named("hello").version("1.4.0").starts("throw"), ExtensionState.BROKEN);
      Files.delete(host.deploy.resolve("hello.jar"));
      host.awaitGone("hello");
      Files.writeString(host.deploy.resolve("evil\nname.jar"), "not a jar");
      host.awaitRejected(1);
      host.await("the last line", () -> lines.size() == 12);
    }
    Golden.check("journal.txt", List.copyOf(lines));
    assertEquals(12, lines.size());
  }

  @Test
  void whatAnAuthorMayWantToKnowIsNoWarningToAnOperator() {
    Journal journal = new Journal(new Roster(), null, Comparator.naturalOrder(), () -> false);
    journal.rejected(
        List.of(
            Problem.note("HS-ARCHIVE-001", "noted"),
            Problem.warning("HS-ARCHIVE-001", "doubtful"),
            Problem.error("HS-ARCHIVE-001", "wrong")));
    assertEquals(
        List.of(
            "INFO HS-ARCHIVE-001: noted",
            "WARNING HS-ARCHIVE-001: doubtful",
            "WARNING HS-ARCHIVE-001: wrong"),
        lines);
  }

  @Test
  void aSliceThatHangsKeepsNobodyWaitingAndItsEndIsToldLater() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      AtomicReference<SliceState> state = new AtomicReference<>(SliceState.STARTING);
      host.slices.have(() -> Stream.of(slice("slow.one", state.get(), "")));
      CompletableFuture<Void> hanging = new CompletableFuture<>();
      host.slices.settled = hanging;
      BundleJar.named("slow").starts("").in(host.deploy, "slow.jar");
      host.await("slow", ExtensionState.STARTING);
      BundleJar.named("quick").starts("").in(host.deploy, "quick.jar");
      host.await("quick", ExtensionState.ACTIVE);
      host.await("a word about both", () -> lines.size() == 2);
      assertFalse(hanging.isDone());
      state.set(SliceState.FAILED);
      hanging.complete(null);
      host.await("the end of the story", () -> lines.size() == 3);
    }
    Golden.check("journal-late.txt", List.copyOf(lines));
  }

  @Test
  void onceTheHostIsStoppingNobodyIsSaidToBeActive() throws Exception {
    try (TestHost host = TestHost.started(home)) {
      host.slices.have(() -> Stream.of(slice("hello.one", SliceState.STOPPED, "")));
      BundleJar.named("hello").starts("").in(host.deploy, "hello.jar");
      host.await("hello", ExtensionState.STOPPING);
      host.standing.stop("enough");
      BundleJar.named("late").starts("").in(host.deploy, "late.jar");
      host.await("late", ExtensionState.ACTIVE);
      host.loader.close();
    }
    assertEquals(List.of(), codesAndInformation());
  }

  private List<String> codesAndInformation() {
    return List.copyOf(lines).stream().filter(line -> !line.startsWith("FINE")).toList();
  }

  @Test
  void whatIsWrongWithTheStoreIsSaidAtTheStart() throws IOException {
    Files.createDirectories(home.resolve("data/extensions"));
    Files.writeString(home.resolve("data/extensions/lost.json"), "{");
    try (TestHost host = TestHost.started(home)) {
      assertEquals(List.of("HS-STORE-002"), codes());
    }
  }

  @Test
  void whoeverCannotLeaveIsSaidToBeStillThere() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      drop(host, BundleJar.named("hello").starts(""), ExtensionState.ACTIVE);
      Path entry = home.resolve("data/extensions/hello.json");
      Files.delete(entry);
      Files.createDirectories(entry.resolve("in the way"));
      Files.delete(host.deploy.resolve("hello.jar"));
      host.await("a word about it", () -> codes().contains("HS-STORE-005"));
      assertEquals(ExtensionState.ACTIVE, host.loader.list().get(0).state());
    }
  }

  private List<String> codes() {
    return List.copyOf(lines).stream()
        .filter(line -> line.contains("HS-"))
        .map(line -> line.replaceAll("^.*?(HS-[A-Z]+-\\d+).*$", "$1"))
        .toList();
  }

  private void drop(TestHost host, BundleJar jar, ExtensionState expected) {
    int before = lines.size();
    jar.in(host.deploy, "hello.jar");
    host.await("a line", () -> lines.size() > before);
    host.await("hello", expected);
  }
}
