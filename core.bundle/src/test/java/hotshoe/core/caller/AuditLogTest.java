package hotshoe.core.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.AuditEntry;
import hotshoe.conformance.Proves;
import hotshoe.core.storage.RecordLine;
import hotshoe.core.storage.RecordLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final RecordLog.Bounds BOUNDS =
      new RecordLog.Bounds(10_000, 200_000, Duration.ofDays(1), 1_000);

  @TempDir private Path folder;

  private AuditLog open() {
    return new AuditLog(folder.resolve("audit"), BOUNDS);
  }

  private static AuditEntry entry(String caller, String detail) {
    return new AuditEntry(
        NOON, caller, "shell", "billing.close", "Account:7", "allowed", "ok", "t1", detail);
  }

  private String written() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
      for (Path file : files.sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @Test
  @Proves("XA-38")
  void anEntryIsOneLineThatPeopleCanRead() throws IOException {
    AuditLog audit = open();
    audit.note(entry("ann", ""));
    audit.flush();
    assertEquals(
        "{\"time\":\"2026-01-02T12:00:00Z\",\"caller\":\"ann\",\"door\":\"shell\","
            + "\"action\":\"billing.close\",\"subject\":\"Account:7\",\"decision\":\"allowed\","
            + "\"outcome\":\"ok\",\"task\":\"t1\"}\n",
        written());
    audit.close();
  }

  @Test
  void theLatestAreReadBackOldestFirstAlsoByTheNextProcess() {
    AuditLog first = open();
    for (int i = 0; i < 500; i++) {
      first.note(entry("ann" + i, "why not"));
    }
    assertEquals(List.of(entry("ann498", "why not"), entry("ann499", "why not")), first.tail(2));
    first.close();
    AuditLog second = open();
    second.note(entry("bob", ""));
    List<AuditEntry> all = second.tail(1_000);
    assertEquals(501, all.size());
    assertEquals(List.of("ann0", "ann1"), all.stream().limit(2).map(AuditEntry::caller).toList());
    assertEquals(entry("bob", ""), all.get(500));
    assertEquals(List.of(), second.tail(0));
    assertThrows(IllegalArgumentException.class, () -> second.tail(-1));
    second.close();
  }

  @Test
  void noNameForgesALineOrMovesACursor() throws IOException {
    AuditLog audit = open();
    audit.note(entry("eve\n{\"time\":\"x\"}\u001b[2J\u202e\ud800\"", "x".repeat(10_000_000)));
    audit.flush();
    String text = written();
    assertEquals(1, text.lines().count());
    assertTrue(text.contains("eve?{"), text.substring(0, 100));
    assertFalse(text.chars().anyMatch(c -> c == 0x1b || c == 0x202e || c == 0xfffd));
    assertTrue(text.length() < 2_000);
    assertEquals(1, audit.tail(5).size());
    audit.close();
  }

  @Test
  void aLineThatIsNoEntryIsPassedOver() throws IOException {
    AuditLog audit = open();
    audit.note(entry("ann", ""));
    audit.flush();
    try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, "{\"time\":\"never\"}\n{\"a\":}\n", StandardOpenOption.APPEND);
    }
    assertEquals(List.of(entry("ann", "")), audit.tail(10));
    audit.close();
  }

  @Test
  void onlyTheHostsUserCanReadIt() throws IOException {
    AuditLog audit = open();
    audit.note(entry("ann", ""));
    audit.flush();
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("audit"))));
    audit.close();
  }

  @Test
  void anAuditWithNothingToSayMakesNoFolder() {
    AuditLog audit = open();
    audit.flush();
    audit.close();
    assertFalse(Files.exists(folder.resolve("audit")));
  }

  @Test
  void whatIsMissingIsToldByTheAuditItself() {
    Lossy log = new Lossy();
    AuditLog audit = new AuditLog(log);
    audit.note(entry("a", ""));
    log.full = true;
    audit.note(entry("b", ""));
    audit.note(entry("c", ""));
    log.full = false;
    audit.note(entry("d", ""));
    audit.note(entry("e", ""));
    List<String> actions = audit.tail(10).stream().map(AuditEntry::action).toList();
    assertEquals(
        List.of("billing.close", "billing.close", AuditLog.LOST, "billing.close"), actions);
    assertTrue(audit.tail(10).get(2).detail().startsWith("2 entries"));
  }

  /** A log that can be full. */
  private static final class Lossy implements RecordLog {

    private final List<String> lines = new ArrayList<>();
    private boolean full;
    private long dropped;

    @Override
    public boolean append(Entry entry) {
      if (full) {
        dropped++;
      } else {
        RecordLine line = new RecordLine();
        entry.write(line);
        lines.add(new String(line.copyFrom(0), StandardCharsets.UTF_8));
      }
      return !full;
    }

    @Override
    public List<String> latest(int count) {
      return lines;
    }

    @Override
    public CompletableFuture<Void> replay(Predicate<String> reader) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void flush() {}

    @Override
    public long dropped() {
      return dropped;
    }

    @Override
    public void close() {}
  }
}
