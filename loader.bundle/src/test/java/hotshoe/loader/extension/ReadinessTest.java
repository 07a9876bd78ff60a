package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.extension.ReadinessCheck;
import hotshoe.loader.readiness.ReadinessRounds;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What becomes of what a dialect knows of the readiness of its extensions. */
class ReadinessTest {

  private static final ExtensionName GREETER = new ExtensionName("greeter");
  private static final Problem GONE =
      Problem.error("HS-CLOUDSTACK-080", "the entrypoint is not ready").because("it went away");
  private static final Problem HINT = Problem.warning("HS-CLOUDSTACK-083", "it may lack jq");

  @TempDir Path home;
  private TestHost host;
  private ReadinessRounds rounds;
  private final Queue<String> audit = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile List<Problem> found = List.of();

  @BeforeEach
  void start() throws IOException {
    host = new TestHost(new TestConfiguration(home).set("readiness.interval", "0.02s"));
    host.loader.learn(new WordsDialect());
    host.readiness.learn(new Told());
    host.loader.start();
    host.loader.install(archive("1.2.3"));
    host.await("greeter", ExtensionState.ACTIVE);
    rounds =
        new ReadinessRounds(
            host.context(), host.configuration, host.loader, host.readiness, host.standing);
    rounds.keep(new Noted());
  }

  @AfterEach
  void stop() {
    rounds.close();
    host.close();
  }

  /** Says what the test wants it to. */
  private final class Told implements ReadinessCheck {
    @Override
    public String dialect() {
      return "words";
    }

    @Override
    public List<Problem> check(ExtensionName extension, Bundle bundle) {
      asked.incrementAndGet();
      if (found == null) {
        throw new IllegalStateException("a check that fails");
      }
      return found;
    }
  }

  private final class Noted implements Audit {
    @Override
    public void note(AuditEntry entry) {
      audit.add(entry.action() + " " + entry.subject() + " " + entry.outcome());
    }

    @Override
    public List<AuditEntry> tail(int count) {
      return List.of();
    }

    @Override
    public void flush() {}
  }

  @Test
  @Proves("CS-19")
  void whatIsWrongWithAnEnabledOneDegradesItWithACauseUntilItIsWellAgain() {
    found = List.of(GONE);
    Extension degraded = host.await("greeter", ExtensionState.DEGRADED);
    assertEquals("the entrypoint is not ready: it went away", degraded.cause());
    assertEquals(List.of(GONE), degraded.problems());
    found = List.of();
    host.await("greeter", ExtensionState.ACTIVE);
    host.await("two notes", () -> audit.size() == 2);
    assertEquals(
        List.of("extension.not-ready greeter failed", "extension.ready greeter ok"),
        List.copyOf(audit));
  }

  @Test
  void aHintIsShownAndDegradesNothing() {
    found = List.of(HINT);
    host.await("the hint", () -> host.extension("greeter").problems().contains(HINT));
    assertEquals(ExtensionState.ACTIVE, host.extension("greeter").state());
    assertEquals(List.of(), List.copyOf(audit));
  }

  @Test
  @Proves("CS-19")
  void ofADisabledOneNothingIsHeldAgainstAnybody() {
    host.loader.disable(GREETER);
    found = List.of(GONE);
    int before = asked.get();
    host.await("three rounds", () -> asked.get() > before + 3);
    assertEquals(ExtensionState.DISABLED, host.extension("greeter").state());
    assertEquals(List.of(), host.extension("greeter").problems());
    assertEquals(List.of(), List.copyOf(audit));
  }

  @Test
  @Proves("CS-11")
  void whoeverIsNotReadyCannotBeEnabledAndStaysDisabled() {
    host.loader.disable(GREETER);
    found = List.of(HINT, GONE);
    Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, host.loader.enable(GREETER));
    assertEquals(List.of(GONE), refused.problems());
    assertEquals(ExtensionState.DISABLED, host.extension("greeter").state());
    found = List.of(HINT);
    assertInstanceOf(Outcome.Enabled.class, host.loader.enable(GREETER));
    host.await("greeter", ExtensionState.ACTIVE);
  }

  @Test
  void aCheckThatFailsIsToldAndEndsNothing() {
    found = null;
    Extension degraded = host.await("greeter", ExtensionState.DEGRADED);
    assertEquals("HS-EXTENSION-064", degraded.problems().get(0).code());
    found = List.of();
    host.await("greeter", ExtensionState.ACTIVE);
  }

  @Test
  void whatWasWrongWithAVersionIsNotHeldAgainstTheNext() throws IOException {
    found = List.of(GONE);
    host.await("greeter", ExtensionState.DEGRADED);
    rounds.close();
    assertInstanceOf(Outcome.Upgraded.class, host.loader.install(archive("1.3.0")));
    assertEquals(ExtensionState.ACTIVE, host.extension("greeter").state());
    assertTrue(host.extension("greeter").problems().isEmpty());
  }

  private Path archive(String version) throws IOException {
    Path file = home.resolve("greeter.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("words.txt"));
      zip.write(("greeter " + version + " hello").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
