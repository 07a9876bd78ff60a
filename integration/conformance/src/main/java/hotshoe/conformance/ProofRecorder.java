package hotshoe.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down how every test ended that {@linkplain Proves proves} a row, for {@link Tables} to
 * read. It is found by every test run that has this jar on its class path, whatever the engine
 * (Jupiter, Vintage and so Pax Exam, jqwik, ArchUnit), and does nothing unless the build tells it
 * where to write.
 *
 * <p>Tests tagged {@code proof} run only with {@code -Pproofs} and are left out, so that the tables
 * do not depend on it.
 */
public final class ProofRecorder implements TestExecutionListener {

  /** System property: the folder to write to; not set, nothing is written. */
  static final String DIRECTORY = "hotshoe.conformance.directory";

  /**
   * System property: what tells one build from another; results of other builds are thrown away.
   */
  static final String BUILD = "hotshoe.conformance.build";

  private final Optional<Path> directory;
  private final String build;
  private final Queue<Proof> proofs = new ConcurrentLinkedQueue<>();
  private volatile TestPlan plan;

  /** Made by the test platform; reads the two system properties. */
  public ProofRecorder() {
    this(
        Optional.ofNullable(System.getProperty(DIRECTORY)).map(Path::of),
        System.getProperty(BUILD, ""));
  }

  ProofRecorder(Optional<Path> directory, String build) {
    this.directory = directory;
    this.build = build;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionSkipped(TestIdentifier skipped, String reason) {
    recordWithDescendants(skipped, Ending.SKIPPED);
  }

  @Override
  public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
    Ending ending = ending(result.getStatus());
    if (finished.isTest()) {
      record(finished, ending);
    } else if (ending != Ending.PASSED) {
      recordWithDescendants(finished, ending);
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    directory.ifPresent(this::write);
  }

  /** A container that did not run, or whose set-up failed, takes all that it holds with it. */
  private void recordWithDescendants(TestIdentifier container, Ending ending) {
    record(container, ending);
    plan.getDescendants(container).forEach(test -> record(test, ending));
  }

  private void record(TestIdentifier test, Ending ending) {
    if (test.getTags().contains(TestTag.create("proof"))) {
      return;
    }
    NamedTest.of(test, plan)
        .ifPresent(
            named ->
                named.rows().stream()
                    .map(row -> new Proof(row, named.testClass(), named.sentence(), ending))
                    .forEach(proofs::add));
  }

  private static Ending ending(Status status) {
    return switch (status) {
      case SUCCESSFUL -> Ending.PASSED;
      case ABORTED -> Ending.SKIPPED;
      case FAILED -> Ending.FAILED;
    };
  }

  private void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Results.dropOtherBuilds(folder, build);
      Stream<String> lines = proofs.stream().sorted(Proof.ORDER).map(Proof::toLine).distinct();
      List<String> text = Stream.concat(Stream.of(Results.firstLine(build)), lines).toList();
      Files.write(Files.createTempFile(folder, "proofs-", ".tsv"), text);
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException("cannot write test results to " + folder, cannotWrite);
    }
  }
}
