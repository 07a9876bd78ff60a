package hotshoe.cloudstack.readiness;

import hotshoe.cloudstack.confinement.Walls;
import hotshoe.configuration.Configuration;
import hotshoe.extension.ExtensionFiles;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.FilesReport;
import hotshoe.extension.ReadinessCheck;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Looks whether the extensions of CloudStack are ready. Whatever kind of program an entrypoint is,
 * the same is asked of it. Runs nothing. Safe for use by many threads.
 */
@Component
public final class EntrypointReadiness implements ReadinessCheck {

  /** The header of an extension's bundle that names its program below the folder of its files. */
  private static final String ENTRYPOINT = "CloudStack-Entrypoint";

  private final ExtensionFiles files;
  private final Configuration configuration;
  private final String path;
  private final AtomicReference<Optional<Processes>> processes =
      new AtomicReference<>(Optional.empty());

  /** Looks at these files, and for programs where processes find them. */
  @Activate
  public EntrypointReadiness(
      @Reference ExtensionFiles files, @Reference Configuration configuration) {
    this.files = files;
    this.configuration = configuration;
    this.path = configuration.text("processes.path");
  }

  /** What would run the entrypoint. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "withdraw")
  public void offer(Processes offered) {
    processes.set(Optional.of(offered));
  }

  /** Nothing runs entrypoints any more. */
  public void withdraw(Processes gone) {
    processes.updateAndGet(present -> present.filter(one -> one != gone));
  }

  @Override
  public String dialect() {
    return "cloudstack";
  }

  @Override
  public List<Problem> check(ExtensionName extension, Bundle bundle) {
    String entrypoint = bundle.getHeaders("").get(ENTRYPOINT);
    try {
      FilesReport report = files.look(bundle);
      List<Problem> problems = new ArrayList<>(faults(extension.value(), entrypoint, report));
      if (problems.isEmpty()) {
        Path program = report.folder().resolve(entrypoint);
        obstacle(extension.value(), program).ifPresent(problems::add);
        problems.addAll(walls(extension.value(), bundle));
        hint(extension.value(), program).ifPresent(problems::add);
      }
      return problems;
    } catch (IOException failure) {
      return List.of(ReadinessProblems.notLaid(extension.value(), failure));
    }
  }

  /** What is wrong with the files of an extension; the entrypoint before the others. */
  public static List<Problem> faults(String extension, String entrypoint, FilesReport report) {
    Optional<String> fault = Optional.ofNullable(report.differences().get(entrypoint));
    if (fault.isPresent()) {
      return List.of(ReadinessProblems.entrypoint(extension, entrypoint, fault.get()));
    }
    return report.isWhole()
        ? List.of()
        : List.of(ReadinessProblems.files(extension, report.differences()));
  }

  private Optional<Problem> obstacle(String extension, Path program) {
    ProcessOrder order = ProcessOrder.of(extension, program.toString());
    return processes
        .get()
        .flatMap(runner -> runner.obstacle(order))
        .map(found -> ReadinessProblems.notStartable(extension, program, found));
  }

  private List<Problem> walls(String extension, Bundle bundle) {
    try {
      Walls walls = Walls.of(bundle, configuration);
      return processes
          .get()
          .map(runner -> walls.shortfalls(extension, runner.support()))
          .orElse(List.of());
    } catch (ProblemException faulty) {
      return faulty.problems();
    }
  }

  private Optional<Problem> hint(String extension, Path program) throws IOException {
    List<String> missing = new ProgramHints(path).missing(program);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(ReadinessProblems.withoutPrograms(extension, program, missing));
  }
}
