package hotshoe.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import hotshoe.core.storage.RecordLog.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecordLogTest {

  private static final Bounds WIDE = new Bounds(1 << 20, 1 << 24, Duration.ofDays(30), 10_000);

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("data").resolve("log");
  }

  private FileRecordLog log(Bounds bounds) {
    return new FileRecordLog(folder(), bounds, "test log");
  }

  private static String record(int number) {
    return "{\"n\":" + number + "}";
  }

  private static List<String> records(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(FileRecordLogTest::record).toList();
  }

  private static void append(RecordLog log, int from, int to) {
    IntStream.rangeClosed(from, to).forEach(n -> log.append(() -> record(n)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.sorted().toList();
    }
  }

  private static List<String> replayed(RecordLog log) throws Exception {
    List<String> lines = new ArrayList<>();
    log.replay(line -> line.startsWith("{") && lines.add(line)).get(10, TimeUnit.SECONDS);
    return lines;
  }

  @Test
  void theLatestRecordsAreReadWhileMoreAreWritten() {
    try (FileRecordLog log = log(WIDE)) {
      append(log, 1, 100);
      assertEquals(records(98, 100), log.latest(3));
      append(log, 101, 102);
      assertEquals(records(100, 102), log.latest(3));
      assertEquals(records(1, 102), log.latest(1000));
    }
  }

  @Test
  void aLogThatNobodyWritesToMakesNothing() {
    try (FileRecordLog log = log(WIDE)) {
      assertEquals(List.of(), log.latest(10));
    }
    assertFalse(Files.exists(folder()));
  }

  @Test
  void whatWasWrittenIsReadByTheNextProcessAndFollowed() throws Exception {
    try (FileRecordLog log = log(WIDE)) {
      append(log, 1, 10);
    }
    try (FileRecordLog log = log(WIDE)) {
      append(log, 11, 12);
      assertEquals(records(1, 12), log.latest(100));
    }
    try (FileRecordLog log = log(WIDE)) {
      assertEquals(records(1, 12), replayed(log));
    }
    assertEquals(1, files().size(), "a file with room is gone on with");
  }

  @Test
  void onlyTheHostsUserCanReadTheFiles() throws Exception {
    try (FileRecordLog log = log(WIDE)) {
      append(log, 1, 1);
    }
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))));
  }

  @Test
  void filesFollowOneAnotherAndTheOldestGo() throws Exception {
    Bounds narrow = new Bounds(1000, 5000, Duration.ofDays(30), 10_000);
    try (FileRecordLog log = log(narrow)) {
      for (int round = 0; round < 100; round++) {
        append(log, round * 100 + 1, round * 100 + 100);
        log.flush();
      }
      long total = 0;
      for (Path file : files()) {
        total += Files.size(file);
      }
      assertTrue(total < 5000 + 2000, "bounded, give or take a batch: " + total);
      assertEquals(records(9900, 10_000), log.latest(101));
    }
    try (FileRecordLog log = log(narrow)) {
      List<String> all = replayed(log);
      assertEquals(records(10_001 - all.size(), 10_000), all);
    }
  }

  @Test
  void oldFilesGoByTheirAge() throws Exception {
    Bounds small = new Bounds(80, 5000, Duration.ofDays(3), 10_000);
    try (FileRecordLog log = log(small)) {
      append(log, 1, 10);
      log.flush();
      append(log, 11, 20);
      log.flush();
    }
    Path first = files().get(0);
    Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofDays(4))));
    try (FileRecordLog log = log(small)) {
      assertEquals(records(11, 20), replayed(log));
    }
    assertFalse(Files.exists(first));
  }

  @Test
  void aLineTornByACrashIsCutOff() throws Exception {
    try (FileRecordLog log = log(WIDE)) {
      append(log, 1, 3);
    }
    Files.writeString(files().get(0), "{\"n\":4", StandardOpenOption.APPEND);
    try (FileRecordLog log = log(WIDE)) {
      assertEquals(records(1, 3), replayed(log));
      append(log, 5, 5);
    }
    assertEquals("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n{\"n\":5}\n", Files.readString(files().get(0)));
  }

  @Test
  void aBrokenFileIsSetAsideAndTheRestGoesOn() throws Exception {
    Bounds small = new Bounds(10, 5000, Duration.ofDays(3), 10_000);
    try (FileRecordLog log = log(small)) {
      for (int round = 1; round <= 3; round++) {
        append(log, round, round);
        append(log, round * 10, round * 10);
        log.flush();
      }
    }
    Path second = files().get(1);
    Files.write(second, new byte[] {'{', 0, (byte) 0xff, '\n', 'x', '\n'});
    try (LogLines said = LogLines.of(FileRecordLog.class);
        FileRecordLog log = log(small)) {
      assertEquals(List.of(record(1), record(10), record(3), record(30)), without0(replayed(log)));
      assertTrue(said.lines().toString().contains("HS-RECORD-003"), said.lines().toString());
      assertTrue(said.lines().toString().contains(second.getFileName() + ".broken"));
    }
    assertTrue(Files.exists(second.resolveSibling(second.getFileName() + ".broken")));
    assertFalse(Files.exists(second));
  }

  private static List<String> without0(List<String> lines) {
    return lines.stream().filter(line -> line.indexOf(0) < 0).toList();
  }

  @Test
  void appendingNeverWaitsForADiskThatHangsAndWhatIsTooMuchIsCounted() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    Bounds few = new Bounds(1 << 20, 1 << 24, Duration.ofDays(30), 100);
    try (LogLines said = LogLines.of(FileRecordLog.class);
        FileRecordLog log =
            new FileRecordLog(folder(), few, "test log", path -> hanging(path, hangs))) {
      append(log, 1, 1);
      Thread.sleep(100);
      long before = System.nanoTime();
      append(log, 2, 1001);
      assertTrue(System.nanoTime() - before < 2_000_000_000L, "appending does not wait");
      assertEquals(900, log.dropped());
      hangs.countDown();
      assertEquals(records(1, 101), log.latest(1000));
      assertEquals(1, said.containing("HS-RECORD-001"));
    }
  }

  private static LogFile hanging(Path path, CountDownLatch hangs) throws IOException {
    try {
      hangs.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return LogFile.open(path);
  }

  @Test
  void aFullDiskLosesRecordsSaysSoOnceAndGoesOnWhenThereIsRoom() throws Exception {
    AtomicBoolean full = new AtomicBoolean();
    try (LogLines said = LogLines.of(FileRecordLog.class);
        FileRecordLog log =
            new FileRecordLog(folder(), WIDE, "test log", path -> filling(path, full))) {
      append(log, 1, 5);
      log.flush();
      full.set(true);
      for (int n = 6; n <= 10; n++) {
        append(log, n, n);
        log.flush();
      }
      assertEquals(5, log.dropped());
      full.set(false);
      Thread.sleep(1100);
      append(log, 11, 12);
      log.flush();
      assertEquals(
          Stream.concat(records(1, 5).stream(), records(11, 12).stream()).toList(),
          log.latest(100));
      assertEquals(1, said.containing("HS-RECORD-002"));
      assertTrue(said.lines().toString().contains("5 lost"), said.lines().toString());
    }
  }

  /** Writes half of a batch before it has no room. */
  private static LogFile filling(Path path, AtomicBoolean full) throws IOException {
    LogFile real = LogFile.open(path);
    return new LogFile() {
      @Override
      public void write(byte[] bytes, int length) throws IOException {
        if (full.get()) {
          real.write(bytes, length / 2);
          throw new IOException("No space left on device");
        }
        real.write(bytes, length);
      }

      @Override
      public void force() throws IOException {
        real.force();
      }

      @Override
      public long length() throws IOException {
        return real.length();
      }

      @Override
      public void cut(long length) throws IOException {
        if (full.get() && length % 2 == 0) {
          throw new IOException("not even that");
        }
        real.cut(length);
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }

  @Test
  void aRecordThatCannotBeMadeIsLostAlone() {
    try (FileRecordLog log = log(WIDE)) {
      append(log, 1, 1);
      log.append(
          () -> {
            throw new IllegalStateException("no line");
          });
      log.append(() -> "");
      log.append(() -> "{\"text\":\"half a pair \ud800\"}");
      append(log, 2, 2);
      assertEquals(List.of(record(1), "{\"text\":\"half a pair ?\"}", record(2)), log.latest(10));
      assertEquals(1, log.dropped());
    }
  }

  @Test
  void anInterruptedThreadFlushesAndStaysInterrupted() throws Exception {
    try (FileRecordLog log = log(WIDE)) {
      append(log, 1, 1);
      Thread.currentThread().interrupt();
      log.flush();
      assertTrue(Thread.interrupted());
      log.flush();
      assertEquals(List.of(record(1)), Files.readAllLines(files().get(0), UTF_8));
    }
  }

  @Test
  void theThreadEndsWithTheLog() {
    FileRecordLog log = log(WIDE);
    append(log, 1, 1);
    log.close();
    assertFalse(log.append(() -> record(2)), "nothing is taken any more");
    Set<Thread> threads = Thread.getAllStackTraces().keySet();
    assertTrue(threads.stream().noneMatch(thread -> thread.getName().equals("test log")));
  }
}
