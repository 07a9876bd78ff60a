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
    this(
        files(folder, "group_vars", data, endings, warnings),
        files(folder, "host_vars", data, endings, warnings));
  }

  private VariableFolder(EntityFiles groups, EntityFiles hosts) {
    this.groups = groups;
    this.hosts = hosts;
  }

  private static EntityFiles files(
      Path folder, String name, DataFiles data, List<String> endings, Consumer<Problem> warnings) {
    Path inner = folder.resolve(name);
    data.note(inner);
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

  /** The same, where what is there for these is known as well. */
  VariableFolder knowing(Iterable<String> groupNames, Iterable<String> hostNames) {
    return new VariableFolder(groups.knowing(groupNames), hosts.knowing(hostNames));
  }

  /** Reads whatever is there for these, so that nothing is read later. */
  void settle(Iterable<String> groupNames, Iterable<String> hostNames) {
    groups.settle(groupNames);
    hosts.settle(hostNames);
  }
}
