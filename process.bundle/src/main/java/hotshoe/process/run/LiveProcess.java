package hotshoe.process.run;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessFacts;
import hotshoe.process.ProcessInput;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Remaining;
import hotshoe.process.RunningProcess;
import hotshoe.process.launch.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One order from its acceptance to its end. */
final class LiveProcess implements RunningProcess {

  private static final File NOTHING = new File("/dev/null");

  /** {@code error=7, Argument list too long}, and in brackets after a colon from JDK 25 on. */
  private static final Pattern ERROR =
      Pattern.compile("error[=:] ?(\\d{1,9}),? \\(?([^()]+)\\)?\\s*$");

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final Equipment equipment;
  private final ProcessOrder order;
  private final ProcessListener listener;
  private final long number;
  private final Turns.Turn turn;
  private final long asked = System.nanoTime();
  private final CompletableFuture<ProcessEnd> end = new CompletableFuture<>();

  private Optional<Run> run = Optional.empty();
  private Optional<Problem> wanted = Optional.empty();
  private boolean isTimedOut;
  private boolean isGivenUp;

  /** An order that has a turn, or waits for it. */
  LiveProcess(
      Equipment equipment,
      ProcessOrder order,
      ProcessListener listener,
      long number,
      Turns.Turn turn) {
    this.equipment = equipment;
    this.order = order;
    this.listener = listener;
    this.number = number;
    this.turn = turn;
  }

  /** Runs it on this thread; called once. */
  ProcessEnd carryOut() {
    Patience patience = new Patience(() -> cancel("the thread that waited for it was interrupted"));
    try {
      patience.until(
          () -> {
            turn.await();
            return true;
          });
      end.complete(cancelledBefore().orElseGet(this::takeTurn));
    } catch (RuntimeException | Error e) {
      end.complete(new ProcessEnd.NotStarted(RunProblems.notStarted(order, e.toString())));
      throw e;
    } finally {
      patience.restore();
    }
    return end.join();
  }

  private synchronized Optional<ProcessEnd> cancelledBefore() {
    return isGivenUp ? wanted.map(ProcessEnd.Refused::new) : Optional.empty();
  }

  private ProcessEnd takeTurn() {
    try {
      Run started = start();
      try {
        return ending(started);
      } finally {
        equipment.sweeper().take(started.family());
      }
    } catch (ProblemException e) {
      return refusal(e.problems().get(0));
    } finally {
      turn.end();
    }
  }

  private static ProcessEnd refusal(Problem problem) {
    return problem.code().equals("HS-PROCESS-009")
        ? new ProcessEnd.Refused(problem)
        : new ProcessEnd.NotStarted(problem);
  }

  private Run start() {
    boolean stays = order.remaining() == Remaining.LEAVE;
    String marker = equipment.journal().marker(number, stays);
    Path folder = makeFolder();
    try {
      Launch launch = equipment.preparation().prepare(order, marker, folder);
      Family family = new Family(order, number, marker, folder, launch.group(), equipment.table());
      Duration queued = Duration.ofNanos(System.nanoTime() - asked);
      return begun(
          new Run(equipment, launch, family, start(launch), listener, queued, this::timeOut));
    } catch (ProblemException e) {
      PrivateFolder.delete(folder);
      throw e;
    }
  }

  private Path makeFolder() {
    try {
      return equipment.journal().makeFolder(number);
    } catch (IOException e) {
      throw new ProblemException(RunProblems.notStarted(order, e.toString()), e);
    }
  }

  private Process start(Launch launch) {
    ProcessBuilder builder = new ProcessBuilder(launch.command());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.directory(launch.directory().toFile());
    if (order.input() instanceof ProcessInput.None) {
      builder.redirectInput(NOTHING);
    } else if (order.input() instanceof ProcessInput.File file) {
      builder.redirectInput(file.path().toFile());
    }
    try {
      return builder.start();
    } catch (IOException e) {
      launch.group().ifPresent(group -> group.close());
      throw new ProblemException(RunProblems.notStarted(order, words(e)), e);
    }
  }

  /** What the system says, without the command that Java repeats. */
  private static String words(IOException failure) {
    Matcher error = ERROR.matcher(String.valueOf(failure.getMessage()));
    return error.find()
        ? "error=" + error.group(1) + ", " + error.group(2)
        : "it could not be started";
  }

  private synchronized Run begun(Run started) {
    run = Optional.of(started);
    if (wanted.isPresent()) {
      started.end();
    }
    return started;
  }

  private ProcessEnd ending(Run started) {
    int code = started.await(() -> cancel("the thread that waited for it was interrupted"));
    Optional<ProcessEnd> unstarted = neverStarted(started, code);
    return unstarted.orElseGet(() -> ending(code, started.facts()));
  }

  private synchronized ProcessEnd ending(int code, ProcessFacts facts) {
    run = Optional.empty();
    if (wanted.isEmpty()) {
      return new ProcessEnd.Exited(code, facts);
    }
    return isTimedOut
        ? new ProcessEnd.TimedOut(wanted.get(), facts)
        : new ProcessEnd.Cancelled(wanted.get(), facts);
  }

  /** What stands before the executable tells its own failure by a code that others use too. */
  private Optional<ProcessEnd> neverStarted(Run started, int code) {
    if (!started.isWrapped() || (code != NOT_EXECUTABLE && code != NOT_FOUND)) {
      return Optional.empty();
    }
    try {
      equipment.preparation().check(order);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(new ProcessEnd.NotStarted(e.problems().get(0)));
    }
  }

  private synchronized void timeOut() {
    if (wanted.isEmpty()) {
      isTimedOut = true;
      Duration limit = order.limits().time().orElse(equipment.limit());
      wanted = Optional.of(RunProblems.timedOut(order, limit));
      run.ifPresent(Run::end);
    }
  }

  @Override
  public synchronized void cancel(String reason) {
    if (wanted.isEmpty() && !end.isDone()) {
      isGivenUp = turn.giveUp();
      wanted =
          Optional.of(
              isGivenUp
                  ? RunProblems.cancelledBefore(order, reason)
                  : RunProblems.cancelled(order, reason));
      run.ifPresent(Run::end);
    }
  }

  @Override
  public synchronized OptionalLong pid() {
    return run.isPresent() ? OptionalLong.of(run.get().pid()) : OptionalLong.empty();
  }

  @Override
  public ProcessEnd await() {
    Patience patience = new Patience(() -> cancel("the thread that waited for it was interrupted"));
    try {
      return patience.until(this::get);
    } finally {
      patience.restore();
    }
  }

  private ProcessEnd get() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Optional<ProcessEnd> await(Duration limit) {
    try {
      return Optional.of(end.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    } catch (InterruptedException e) {
      cancel("the thread that waited for it was interrupted");
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
