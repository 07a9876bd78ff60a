package hotshoe.process.run;

import hotshoe.problem.Problem;
import hotshoe.process.ProcessInput;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.stream.Drain;
import hotshoe.process.stream.Feed;
import hotshoe.process.stream.Kept;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The three streams of a process, each with a thread that serves it. */
final class Streams {

  private final ProcessOrder order;
  private final Drain output;
  private final Drain errorOutput;
  private final Optional<Feed> feed;

  private Streams(ProcessOrder order, Drain output, Drain errorOutput, Optional<Feed> feed) {
    this.order = order;
    this.output = output;
    this.errorOutput = errorOutput;
    this.feed = feed;
  }

  /** Serves the streams of a process that has just started, until they end. */
  static Streams serve(
      ProcessOrder order,
      Process process,
      ProcessListener listener,
      Path folder,
      Executor threads) {
    boolean isHeard = listener.isListening();
    Consumer<String> nobody = text -> {};
    Streams streams =
        new Streams(
            order,
            new Drain(
                process.getInputStream(), kept(order, folder), isHeard ? listener::output : nobody),
            new Drain(
                process.getErrorStream(),
                kept(order, folder),
                isHeard ? listener::errorOutput : nobody),
            source(order.input()).map(source -> new Feed(source, process.getOutputStream())));
    threads.execute(streams.output);
    threads.execute(streams.errorOutput);
    streams.feed.ifPresent(threads::execute);
    return streams;
  }

  private static Kept kept(ProcessOrder order, Path folder) {
    return new Kept(order.limits().outputInMemory(), order.limits().outputOnDisk(), folder);
  }

  /** What has to be fed; the system does the rest itself. */
  private static Optional<ProcessInput.Source> source(ProcessInput input) {
    if (input instanceof ProcessInput.Text text) {
      return Optional.of(
          () -> new ByteArrayInputStream(text.text().getBytes(StandardCharsets.UTF_8)));
    }
    return input instanceof ProcessInput.Stream stream
        ? Optional.of(stream.source())
        : Optional.empty();
  }

  Kept output() {
    return output.kept();
  }

  Kept errorOutput() {
    return errorOutput.kept();
  }

  /** Waits until nobody can write any more; false when somebody still could by then. */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    return output.await(limit)
        && errorOutput.await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
  }

  /** Lets those write who still can, and minds it no more. */
  void abandon() {
    output.abandon();
    errorOutput.abandon();
  }

  /** What people should know of what went in and came out. */
  List<Problem> notes() {
    List<Problem> notes = new ArrayList<>();
    note(notes, output, "standard output");
    note(notes, errorOutput, "standard error");
    feed.flatMap(Feed::failure)
        .ifPresent(failure -> notes.add(RunProblems.noInput(order, failure.toString())));
    if (feed.filter(Feed::isUnread).isPresent()) {
      notes.add(RunProblems.unread(order));
    }
    return notes;
  }

  private void note(List<Problem> notes, Drain drain, String stream) {
    Kept kept = drain.kept();
    if (kept.isTruncated()) {
      String why = kept.failure().map(Throwable::getMessage).orElse("");
      notes.add(RunProblems.truncated(order, stream, kept, why));
    }
    if (kept.isMalformed()) {
      notes.add(RunProblems.malformed(order, stream));
    }
    drain.failure().ifPresent(thrown -> notes.add(RunProblems.deaf(order, thrown)));
  }
}
