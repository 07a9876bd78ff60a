package hotshoe.core.status;

import hotshoe.problem.Problem;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceName;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all slices that report at once, and makes something of every answer (row INM-32). */
final class SliceInquiry {

  private static final Logger LOG = LoggerFactory.getLogger(SliceInquiry.class);

  private final Inquiries inquiries;
  private final Duration limit;
  private final Set<SliceName> inTrouble = ConcurrentHashMap.newKeySet();

  /** Gives each slice this long. */
  SliceInquiry(Inquiries inquiries, Duration limit) {
    this.inquiries = inquiries;
    this.limit = limit;
  }

  /** What the slices say of themselves; those that have nothing to say are left out. */
  Map<SliceName, SliceStatus> ask(Map<SliceName, Slice> slices) {
    inTrouble.retainAll(slices.keySet());
    Map<SliceName, Inquiries.Inquiry<SliceStatus>> asked = new TreeMap<>();
    slices.forEach(
        (name, slice) -> {
          if (slice instanceof StatusReporter reporter) {
            asked.put(name, inquiries.ask(reporter, () -> PlainStatus.of(reporter.status())));
          }
        });
    Map<SliceName, SliceStatus> answers = new LinkedHashMap<>();
    asked.forEach((name, inquiry) -> answers.put(name, answer(name, inquiry)));
    return answers;
  }

  private SliceStatus answer(SliceName name, Inquiries.Inquiry<SliceStatus> inquiry) {
    try {
      Optional<SliceStatus> answer = inquiry.answer(limit);
      if (answer.isPresent()) {
        inTrouble.remove(name);
        return answer.get();
      }
      return trouble(name, late(name), Optional.empty());
    } catch (ExecutionException e) {
      return trouble(name, failed(name), Optional.of(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SliceStatus.of(StatusLevel.ERROR, late(name).sentence());
    }
  }

  private Problem late(SliceName name) {
    return Problem.error(
        "HS-STATUS-001", name + " did not report its status within " + limit.toMillis() + " ms");
  }

  private static Problem failed(SliceName name) {
    return Problem.error("HS-STATUS-002", name + " failed to report its status")
        .advising("the log says why");
  }

  /** Tells the log once, with the details that nobody else is to see, until it is well again. */
  private SliceStatus trouble(SliceName name, Problem problem, Optional<Throwable> cause) {
    if (inTrouble.add(name)) {
      cause.ifPresentOrElse(
          it -> LOG.warn("{}", problem.sentence(), it), () -> LOG.warn("{}", problem.sentence()));
    }
    return SliceStatus.of(StatusLevel.ERROR, problem.sentence());
  }
}
