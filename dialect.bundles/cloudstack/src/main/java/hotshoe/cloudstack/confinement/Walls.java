package hotshoe.cloudstack.confinement;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.process.Confinement;
import hotshoe.process.ConfinementKey;
import hotshoe.process.ProcessFeature;
import hotshoe.process.ProcessOrder;
import hotshoe.process.ProcessSupport;
import hotshoe.process.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** What holds for the processes of one extension: what its archive says, and its operator. */
public record Walls(Confinement confinement) {

  /**
   * Those of an extension.
   *
   * @throws ProblemException when the operator wrote what cannot be: nothing is run then
   */
  public static Walls of(Bundle extension, Configuration configuration) {
    Confinement declared = Confinement.ofHeader(extension.getHeaders("").get(Confinement.HEADER));
    ExtensionName name = ExtensionName.of(extension.getHeaders(""));
    List<Value> written = configuration.valuesFor(name);
    try {
      return new Walls(declared.overruledBy(Confinement.written(written)));
    } catch (IllegalArgumentException unfit) {
      throw new ProblemException(WallProblems.faulty(name, written, unfit), unfit);
    }
  }

  /** How many seconds a run has that may take this many otherwise. */
  public long seconds(long otherwise) {
    return confinement
        .limits()
        .time()
        .map(limit -> Math.min(limit.toSeconds(), otherwise))
        .orElse(otherwise);
  }

  /**
   * What this system cannot do of it: an error where an extension requires it, else a note.
   *
   * @param extension its name
   */
  public List<Problem> shortfalls(String extension, ProcessSupport support) {
    if (confinement.words().isEmpty()) {
      return List.of();
    }
    String words = String.join("; ", confinement.shortfalls(support));
    boolean isRequired = "required".equals(confinement.words().get(ConfinementKey.SANDBOX));
    if (isRequired && !support.has(ProcessFeature.SANDBOX_FILES)) {
      return List.of(WallProblems.noSandbox(extension, words));
    }
    return words.isEmpty() ? List.of() : List.of(WallProblems.notAll(extension, words));
  }

  /**
   * An order within them.
   *
   * @param folder of the files of the extension, where relative paths begin
   * @param payload which it must be able to read
   */
  public ProcessOrder around(ProcessOrder order, Path folder, Path payload) {
    ProcessOrder limited = order.within(confinement.limits(order.limits()));
    Optional<Sandbox> sandbox = confinement.sandbox(folder);
    return sandbox.isEmpty() ? limited : limited.behind(reading(sandbox.get(), folder, payload));
  }

  /** The whole folder: an entrypoint may lie deeper than what it reads. */
  private static Sandbox reading(Sandbox sandbox, Path folder, Path payload) {
    List<Path> readable = new ArrayList<>(sandbox.readable());
    readable.add(folder);
    readable.add(payload);
    return new Sandbox(sandbox.network(), readable, sandbox.writable(), sandbox.required());
  }
}
