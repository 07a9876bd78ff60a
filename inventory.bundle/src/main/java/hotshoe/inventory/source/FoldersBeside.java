package hotshoe.inventory.source;

import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.Variables;
import hotshoe.inventory.model.VariableFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The folders of variables beside the sources of one request, and beside its playbook. */
final class FoldersBeside implements VariableFolders {

  private final Function<Path, VariableFolder> opener;
  private final Map<Path, VariableFolder> opened;
  private final Map<Path, VariableFolder> sources = new LinkedHashMap<>();
  private final VariableFolder playbook;
  private final boolean isNamed;
  private final KeptFacts facts;

  /** Beside no source so far; the playbook's folder is the working folder unless it is named. */
  FoldersBeside(InventoryRequest request, Function<Path, VariableFolder> opener, KeptFacts facts) {
    this.opener = opener;
    this.opened = new LinkedHashMap<>();
    this.playbook = open(request.playbookFolder().orElse(request.workingFolder()));
    this.facts = facts;
    this.isNamed = request.playbookFolder().isPresent();
  }

  private FoldersBeside(FoldersBeside other, Map<Path, VariableFolder> opened, KeptFacts facts) {
    this.opener = other.opener;
    this.opened = opened;
    Map<VariableFolder, VariableFolder> same = new IdentityHashMap<>();
    opened.forEach((path, folder) -> same.put(other.opened.get(path), folder));
    other.sources.forEach((path, folder) -> sources.put(path, same.get(folder)));
    this.playbook = same.get(other.playbook);
    this.isNamed = other.isNamed;
    this.facts = facts;
  }

  /** One more source; of a folder that comes again the last place counts. */
  void add(InventorySource source) {
    folder(source)
        .ifPresent(
            folder -> {
              VariableFolder files = open(folder);
              sources.remove(folder);
              sources.put(folder, files);
            });
  }

  private static Optional<Path> folder(InventorySource source) {
    Optional<Path> path = source.path();
    boolean isList = source.text().indexOf(',') >= 0 && !source.exists();
    if (isList || path.isEmpty()) {
      return Optional.empty();
    }
    return Files.isDirectory(path.get()) ? path : path.map(Path::getParent);
  }

  private VariableFolder open(Path folder) {
    return opened.computeIfAbsent(folder, opener);
  }

  void settle(Iterable<String> groups, Iterable<String> hosts) {
    opened.values().forEach(folder -> folder.settle(groups, hosts));
  }

  @Override
  public VariableFolders knowing(Iterable<String> groups, Iterable<String> hosts) {
    Map<Path, VariableFolder> wider = new LinkedHashMap<>();
    opened.forEach((path, folder) -> wider.put(path, folder.knowing(groups, hosts)));
    return new FoldersBeside(this, wider, facts.knowing(hosts));
  }

  @Override
  public List<Folder> besideSources() {
    return List.copyOf(sources.values());
  }

  @Override
  public List<Folder> exported() {
    List<Folder> all = new ArrayList<>(sources.values());
    if (isNamed) {
      all.add(playbook);
    }
    return all;
  }

  @Override
  public List<Variables> facts(String host) {
    return facts.layer(host);
  }

  @Override
  public List<Folder> besidePlaybook() {
    return List.of(playbook);
  }
}
