package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.embedding.upgrade.Ledger;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An extension is replaced again and again while everybody calls it, and nobody notices. */
class UpgradeUnderLoadTest {

  private static final int CALLERS = 50;

  @TempDir Path folder;

  private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicLong longest = new AtomicLong();

  @Test
  @Timeout(120)
  void noCallFailsAndNoneRunsInAHalfStartedVersion() throws Exception {
    try (Hotshoe hotshoe = Hotshoe.builder().home(folder.resolve("home")).start()) {
      assertInstanceOf(Outcome.Installed.class, install(hotshoe, "1.0.0", false));
      List<Thread> callers = callers(hotshoe.require(Operations.class));
      awaitAnswers("1.0.0 up");
      for (String version : List.of("2.0.0", "3.0.0", "4.0.0")) {
        assertInstanceOf(Outcome.Upgraded.class, install(hotshoe, version, false));
        awaitAnswers(version + " up");
      }
      Outcome broken = install(hotshoe, "5.0.0", true);
      assertTrue(assertInstanceOf(Outcome.Failed.class, broken).restored(), broken::toString);
      awaitAnswers("4.0.0 up");
      assertInstanceOf(Outcome.Upgraded.class, install(hotshoe, "6.0.0", false));
      awaitAnswers("6.0.0 up");
      enough.set(true);
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertEquals(List.of(), List.copyOf(failures), "calls have failed");
    assertEquals(
        Set.of("1.0.0 up", "2.0.0 up", "3.0.0 up", "4.0.0 up", "6.0.0 up"),
        new TreeSet<>(answers.keySet()));
    assertTrue(longest.get() < 20_000, () -> "a call took " + longest + " ms");
  }

  private List<Thread> callers(Operations operations) {
    List<Thread> callers = new ArrayList<>();
    for (int number = 0; number < CALLERS; number++) {
      Thread caller = new Thread(() -> call(operations), "caller " + number);
      caller.setDaemon(true);
      caller.start();
      callers.add(caller);
    }
    return callers;
  }

  private void call(Operations operations) {
    while (!enough.get()) {
      long began = System.nanoTime();
      TaskOutcome outcome = operations.call(CallRequest.of("ledger.answer", Map.of()));
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      longest.accumulateAndGet(took, Math::max);
      if (outcome instanceof TaskOutcome.Succeeded succeeded) {
        answers
            .computeIfAbsent(succeeded.result().toString(), any -> new AtomicLong())
            .incrementAndGet();
      } else if (failures.size() < 5) {
        failures.add(outcome.toString());
      }
    }
  }

  /** Waits until every caller may have had this answer once more, or something is wrong. */
  private void awaitAnswers(String answer) throws InterruptedException {
    AtomicLong count = answers.computeIfAbsent(answer, any -> new AtomicLong());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    long wanted = count.get() + 2 * CALLERS;
    while (count.get() < wanted && failures.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertEquals(List.of(), List.copyOf(failures), "calls have failed");
    assertTrue(count.get() >= wanted, () -> "nobody answers '" + answer + "': " + answers);
  }

  private Outcome install(Hotshoe hotshoe, String version, boolean fails) throws IOException {
    return hotshoe.extensions().install(bundle(version, fails));
  }

  private Path bundle(String version, boolean fails) throws IOException {
    Path file = folder.resolve("ledger-" + version + ".jar");
    Manifest manifest = new Manifest();
    Map.of(
            "Manifest-Version", "1.0",
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "ledger",
            "Bundle-Version", version,
            "Hotshoe-Extension", "ledger",
            "Import-Package", "hotshoe.slice;version=\"[1,2)\",hotshoe.operation;version=\"[1,2)\"",
            "Service-Component", "OSGI-INF/ledger.xml")
        .forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    String type = Ledger.class.getName();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream code = Ledger.class.getResourceAsStream("Ledger.class")) {
      add(jar, "OSGI-INF/ledger.xml", component(type, version, fails));
      add(jar, type.replace('.', '/') + ".class", code.readAllBytes());
    }
    return file;
  }

  private static byte[] component(String type, String version, boolean fails) {
    return """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="ledger" init="1">
          <property name="hotshoe.slice.name" type="String" value="ledger.books"/>
          <property name="version" type="String" value="%s"/>
          <property name="fails" type="String" value="%s"/>
          <service>
            <provide interface="hotshoe.slice.Slice"/>
            <provide interface="hotshoe.operation.OperationComponent"/>
          </service>
          <implementation class="%s"/>
        </scr:component>
        """
        .formatted(version, fails, type)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream jar, String path, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(path));
    jar.write(content);
    jar.closeEntry();
  }
}
