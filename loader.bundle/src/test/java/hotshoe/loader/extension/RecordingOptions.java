package hotshoe.loader.extension;

import hotshoe.configuration.ExtensionOptions;
import hotshoe.configuration.OptionDescription;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** Options that are as wrong as a test says. */
final class RecordingOptions implements ExtensionOptions {

  private final Queue<String> journal;
  private final Map<String, List<Problem>> problems = new ConcurrentHashMap<>();

  RecordingOptions(Queue<String> journal) {
    this.journal = journal;
  }

  void wrong(String extension, Problem problem) {
    problems.put(extension, List.of(problem));
  }

  @Override
  public List<OptionDescription> declaredBy(ExtensionName extension, Bundle bundle) {
    return List.of();
  }

  @Override
  public List<Problem> apply(ExtensionName extension, Bundle bundle) {
    journal.add(extension + " options");
    return problems.getOrDefault(extension.value(), List.of());
  }
}
