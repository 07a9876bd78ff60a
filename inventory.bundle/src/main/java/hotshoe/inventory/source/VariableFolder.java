package hotshoe.inventory.source;

import hotshoe.inventory.Variables;
import hotshoe.inventory.model.VariableFolders;
import hotshoe.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** {@code group_vars} and {@code host_vars} in one folder (row AN-19). */
final class VariableFolder implements VariableFolders.Folder {

  private final EntityFiles groups;
  private final EntityFiles hosts;

  VariableFolder(Path folder, DataFiles data, List<String> endings, Consumer<Problem> warnings) {
    groups = files(folder, "group_vars", data, endings, warnings);
    hosts = files(folder, "host_vars", data, endings, warnings);
  }

  private static EntityFiles files(
      Path folder, String name, DataFiles data, List<String> endings, Consumer<Problem> warnings) {
    Path inner = folder.resolve(name);
    if (Files.exists(inner) && !Files.isDirectory(inner)) {
      warnings.accept(SourceProblems.noFolder(folder.toString(), name));
    }
    return new EntityFiles(inner, data, endings);
  }

  @Override
  public List<Variables> group(String name) {
    return groups.of(name);
  }

  @Override
  public List<Variables> host(String name) {
    return hosts.of(name);
  }

  /** Reads whatever is there for these, so that nothing is read later. */
  void settle(Iterable<String> groupNames, Iterable<String> hostNames) {
    groups.settle(groupNames);
    hosts.settle(hostNames);
  }
}
