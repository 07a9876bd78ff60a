package hotshoe.core.storage;

import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log in files that only the host's user can read. What was appended is written within some tens
 * of milliseconds, and is forced to the disk every {@value #FORCE_MILLIS} ms and on {@link #flush}:
 * a process that dies loses the former, a machine the latter. When the disk is full, records are
 * lost and counted, that is said once, and writing goes on when there is room.
 */
public final class FileRecordLog implements RecordLog {

  private static final Logger LOG = LoggerFactory.getLogger(FileRecordLog.class);
  private static final long FORCE_MILLIS = 200;
  private static final long IDLE_NANOS = 2_000_000_000L;
  private static final long CALM_NANOS = 1_000_000_000L;
  private static final long PATIENCE_SECONDS = 10;
  private static final int BATCH_BYTES = 1 << 20;

  private final LogFolder folder;
  private final Bounds bounds;
  private final LogWriter writer;
  private final WaitingRecords waiting;
  private final Thread thread;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicBoolean crowded = new AtomicBoolean();
  private final RecordLine bytes = new RecordLine();
  private long batched;
  private boolean failing;
  private long failed;
  private long lostBefore;
  private long forced = System.nanoTime();

  /** The log of this folder. Neither the folder nor the thread is made before they are needed. */
  public FileRecordLog(Path folder, Bounds bounds, String threadName) {
    this(folder, bounds, threadName, LogFile::open);
  }

  FileRecordLog(Path path, Bounds bounds, String threadName, LogFile.Opener opener) {
    this.folder = new LogFolder(path, bounds);
    this.bounds = bounds;
    this.writer = new LogWriter(folder, opener);
    this.waiting = new WaitingRecords(bounds.waiting());
    this.thread = new Thread(this::work, threadName);
    thread.setDaemon(true);
  }

  @Override
  public boolean append(Entry line) {
    if (!started.get()) {
      start();
    }
    if (waiting.add(line, thread)) {
      return true;
    }
    if (!waiting.isClosed() && crowded.compareAndSet(false, true)) {
      say(RecordProblems.tooMany(folder.path(), bounds.waiting()));
    }
    return false;
  }

  private void start() {
    if (started.compareAndSet(false, true)) {
      thread.start();
    }
  }

  @Override
  public List<String> latest(int count) {
    if (started.get()) {
      await(() -> {});
    }
    try {
      return LogReader.latest(folder.files(), count);
    } catch (IOException failure) {
      say(RecordProblems.notRead(folder.path(), PrivateFile.words(failure)));
      return List.of();
    }
  }

  @Override
  public CompletableFuture<Void> replay(Predicate<String> reader) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    start();
    Runnable job =
        () -> {
          readEarlier(reader);
          done.complete(null);
        };
    if (!waiting.addJob(job, thread)) {
      done.complete(null);
    }
    return done;
  }

  private void readEarlier(Predicate<String> reader) {
    try {
      folder.prune();
      for (Path file : folder.files()) {
        if (!LogReader.takes(file, reader)) {
          writer.close();
          Path aside = LogFolder.setAside(file);
          say(RecordProblems.broken(file, String.valueOf(aside.getFileName())));
        }
      }
    } catch (IOException failure) {
      say(RecordProblems.notRead(folder.path(), PrivateFile.words(failure)));
    }
  }

  @Override
  public void flush() {
    if (started.get()) {
      await(this::force);
    }
  }

  /** Waits until everything appended before is written and this is done, but not for ever. */
  private void await(Runnable then) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable job =
        () -> {
          then.run();
          done.complete(null);
        };
    if (Thread.currentThread() == thread || !waiting.addJob(job, thread)) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException | TimeoutException e) {
      say(RecordProblems.notWritten(folder.path(), "the disk does not answer"));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public long dropped() {
    return waiting.refused() + lost.get();
  }

  @Override
  public void close() {
    flush();
    waiting.close(thread);
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    long busy = System.nanoTime();
    while (!waiting.isOver()) {
      WaitingRecords.Batch batch = waiting.take(System.nanoTime() - busy > IDLE_NANOS);
      if (batch.isEmpty()) {
        keepsUp();
      } else {
        busy = System.nanoTime();
      }
      write(batch.records());
      batch.jobs().forEach(this::run);
      forceNowAndThen();
    }
    force();
    closeFile();
  }

  private void run(Runnable job) {
    try {
      job.run();
    } catch (RuntimeException failure) {
      LOG.error("a job of the log in {} failed", folder.path(), failure);
    }
  }

  private void write(Queue<Entry> records) {
    for (Entry line = records.poll(); line != null; line = records.poll()) {
      add(line);
      if (bytes.size() >= Math.min(BATCH_BYTES, bounds.fileBytes())) {
        writeBatch();
      }
    }
    writeBatch();
  }

  private void add(Entry record) {
    int before = bytes.size();
    try {
      bytes.anew();
      record.write(bytes);
      if (bytes.size() > before) {
        bytes.next();
        batched++;
      }
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      bytes.cut(before);
      lost.incrementAndGet();
      LOG.error("a record of the log in {} could not be made", folder.path(), failure);
    }
  }

  private void writeBatch() {
    try {
      if (batched > 0) {
        writer.write(bytes.bytes(), bytes.size());
        goesOn();
      }
    } catch (IOException failure) {
      lost.addAndGet(batched);
      fails(failure);
    } finally {
      batched = 0;
      bytes.cut(0);
    }
  }

  /** Only after a while, for on a full disk now and then a little fits. */
  private void goesOn() {
    if (failing && System.nanoTime() - failed > CALM_NANOS) {
      failing = false;
      sayThatItGoesOn();
    }
  }

  private void keepsUp() {
    if (crowded.compareAndSet(true, false)) {
      sayThatItGoesOn();
    }
  }

  private void sayThatItGoesOn() {
    long dropped = dropped();
    LOG.info("records are written to {} again; {} lost", folder.path(), dropped - lostBefore);
    lostBefore = dropped;
  }

  private void fails(IOException failure) {
    failed = System.nanoTime();
    if (!failing) {
      failing = true;
      say(RecordProblems.notWritten(folder.path(), PrivateFile.words(failure)));
    }
  }

  private void forceNowAndThen() {
    if (System.nanoTime() - forced > TimeUnit.MILLISECONDS.toNanos(FORCE_MILLIS)) {
      force();
    }
  }

  private void force() {
    forced = System.nanoTime();
    try {
      writer.force();
    } catch (IOException failure) {
      fails(failure);
    }
  }

  private void closeFile() {
    try {
      writer.close();
    } catch (IOException failure) {
      fails(failure);
    }
  }

  private static void say(Problem problem) {
    LOG.warn("{}", problem.sentence());
  }
}
