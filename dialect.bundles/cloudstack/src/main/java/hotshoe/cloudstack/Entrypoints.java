package hotshoe.cloudstack;

import hotshoe.cloudstack.Payloads.PayloadFile;
import hotshoe.cloudstack.confinement.Walls;
import hotshoe.cloudstack.event.Events;
import hotshoe.cloudstack.lifecycle.Instances;
import hotshoe.cloudstack.mapping.Runners;
import hotshoe.cloudstack.readiness.EntrypointReadiness;
import hotshoe.configuration.Configuration;
import hotshoe.extension.ExtensionFiles;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.FilesReport;
import hotshoe.operation.Invocation;
import hotshoe.operation.TaskControl;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.ProcessEnd;
import hotshoe.process.ProcessEnd.Exited;
import hotshoe.process.ProcessEnd.NotStarted;
import hotshoe.process.ProcessEnd.TimedOut;
import hotshoe.process.ProcessFacts;
import hotshoe.process.ProcessLimits;
import hotshoe.process.ProcessListener;
import hotshoe.process.ProcessOrder;
import hotshoe.process.Processes;
import hotshoe.resource.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the entrypoint of the extension in whose bundle it is used: with exactly three arguments,
 * the action, the path of the payload, and the time limit in seconds (row CS-57). Safe for use by
 * many threads.
 */
@Component(service = Entrypoints.class, scope = ServiceScope.BUNDLE)
public final class Entrypoints {

  private static final Logger LOG = LoggerFactory.getLogger(Entrypoints.class);
  private static final int NO_CODE = -1;

  /** What has been told already of this extension's runs: each note once. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private final Bundle extension;
  private final Duration hostLimit;
  private final Configuration configuration;
  private final ExtensionFiles files;
  private final Payloads payloads;
  private final Runners runners;
  private final Events events;
  private final Instances instances;
  private final AtomicReference<Optional<Processes>> processes =
      new AtomicReference<>(Optional.empty());

  /** Entrypoints of the bundle that uses this. */
  @Activate
  public Entrypoints(
      ComponentContext context,
      @Reference Configuration configuration,
      @Reference ExtensionFiles files,
      @Reference Payloads payloads,
      @Reference Runners runners,
      @Reference Events events,
      @Reference Instances instances) {
    this.extension = context.getUsingBundle();
    this.hostLimit = configuration.duration("processes.limit");
    this.configuration = configuration;
    this.files = files;
    this.payloads = payloads;
    this.runners = runners;
    this.events = events;
    this.instances = instances;
  }

  /** Where runs are noted. */
  Events events() {
    return events;
  }

  /**
   * Refuses a call for a resource that another extension runs, before anything is run (row CS-54).
   *
   * @param own the extension of the operation that is called
   */
  void guard(String own, Invocation call) {
    call.resource().ifPresent(resource -> refuseUnlessRunBy(new ExtensionName(own), resource));
  }

  /** The same for a resource that an argument names. */
  void refuseUnlessRunBy(ExtensionName own, Resource resource) {
    Set<ExtensionName> running = runners.of(resource);
    if (!running.isEmpty() && !running.contains(own)) {
      throw new ProblemException(CloudStackProblems.otherRuns(own, resource.ref(), running));
    }
  }

  /** What the entrypoints are run for. */
  Instances instances() {
    return instances;
  }

  /** How long a run may take that names no limit. */
  Duration hostLimit() {
    return hostLimit;
  }

  /** What runs executables. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "withdraw")
  public void offer(Processes offered) {
    processes.set(Optional.of(offered));
  }

  /** Nothing runs executables any more. */
  public void withdraw(Processes gone) {
    processes.updateAndGet(present -> present.filter(one -> one != gone));
  }

  /**
   * Runs it, and waits for its end.
   *
   * @param order what is run
   * @param task hears what it writes while it writes it
   * @throws ProblemException when it did not end itself
   */
  Answer run(Order order, TaskControl task) {
    return run(order, ProcessListener.to(task::out, task::err));
  }

  /**
   * The same, when somebody else listens.
   *
   * @throws ProblemException when it did not end itself
   */
  Answer run(Order order, ProcessListener listener) {
    return answer(end(order, listener, ProcessLimits.none())).stripped();
  }

  /**
   * The same within these limits, whatever the task's own; word for word.
   *
   * @throws ProblemException when it did not end itself, a limit of its own included
   */
  Answer run(Order order, TaskControl task, ProcessLimits limits) {
    return answer(end(order, ProcessListener.to(task::out, task::err), limits));
  }

  /**
   * Runs it on behalf of the host itself, which keeps the time.
   *
   * @return what came of it, a run that took too long or could not begin as one that failed; empty
   *     when nobody wants it any more
   */
  Optional<Answer> poll(Order order, Duration limit) {
    try {
      ProcessEnd end = end(order, ProcessListener.none(), ProcessLimits.none().withTime(limit));
      if (end instanceof TimedOut || end instanceof NotStarted) {
        return Optional.of(new Answer(NO_CODE, "", end.reason().orElseThrow().sentence()));
      }
      return end instanceof Exited ? Optional.of(answer(end).stripped()) : Optional.empty();
    } catch (ProblemException gone) {
      LOG.debug("{} was not asked", order.owner(), gone);
      return Optional.empty();
    }
  }

  private ProcessEnd end(Order order, ProcessListener listener, ProcessLimits limits) {
    Processes runner =
        processes
            .get()
            .orElseThrow(() -> new ProblemException(CloudStackProblems.noProcesses(order.owner())));
    Path folder = folder(order);
    try (PayloadFile payload = payloads.write(order.payload())) {
      Walls walls = Walls.of(extension, configuration);
      ProcessOrder process =
          ProcessOrder.of(
                  order.owner(),
                  folder.resolve(order.entrypoint()).toString(),
                  order.action(),
                  payload.path().toString(),
                  Long.toString(walls.seconds(seconds(order))))
              .in(folder)
              .within(limits);
      return runner.run(walls.around(process, folder, payload.path()), listener);
    } catch (IOException failure) {
      throw new ProblemException(CloudStackProblems.noPayload(order.owner(), failure));
    }
  }

  /**
   * One run of an entrypoint.
   *
   * @param owner the extension's name
   * @param entrypoint the program's name below the folder of its files
   * @param action what it is told to do
   * @param payload what it is given
   * @param timeout seconds it is told that it may take; 0 is the limit of the host
   */
  record Order(String owner, String entrypoint, String action, Payload payload, long timeout) {}

  /** The task keeps the time: at its end the process and all that it began is ended (row CS-64). */
  private long seconds(Order order) {
    return order.timeout() > 0 ? order.timeout() : hostLimit.toSeconds();
  }

  /** Looked at before every run: nothing runs that is not as it was installed. */
  private Path folder(Order order) {
    try {
      FilesReport report = files.look(extension);
      List<Problem> faults = EntrypointReadiness.faults(order.owner(), order.entrypoint(), report);
      if (!faults.isEmpty()) {
        throw new ProblemException(faults);
      }
      return report.folder();
    } catch (IOException failure) {
      throw new ProblemException(CloudStackProblems.noFiles(order.owner(), failure));
    }
  }

  private Answer answer(ProcessEnd end) {
    if (end instanceof Exited exited) {
      ProcessFacts facts = exited.facts();
      facts.notes().stream()
          .filter(note -> told.add(note.code() + note.why()))
          .forEach(note -> LOG.info("{}", note.sentence()));
      try (var output = facts.output();
          var errorOutput = facts.errorOutput()) {
        return new Answer(exited.code(), output.text(), errorOutput.text());
      }
    }
    throw new ProblemException(end.reason().orElseThrow());
  }
}
