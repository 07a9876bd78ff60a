package hotshoe.inventory.source;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Reading;
import hotshoe.inventory.Inventories.Refused;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.ReadSource;
import hotshoe.inventory.model.Draft;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One request on its way to an inventory: {@link #read} tells the whole story. Every source is
 * offered to the enabled plugins in order; the first that reads it has it (rows AN-1 to AN-9).
 */
final class InventoryRun {

  static final String USUAL_SOURCE = "/etc/ansible/hosts";

  /** What may be asked for without being in any source. */
  private static final List<String> LOCALHOSTS = List.of("localhost", "127.0.0.1", "::1");

  private static final int GENERAL = 1;
  private static final int BAD_VARIABLES = 4;

  private final InventoryRequest request;
  private final Plugins plugins;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<ReadSource> sources = new ArrayList<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private final Settings settings;
  private final DataFiles data;
  private final KeptFacts facts;
  private final Footprint footprint;

  InventoryRun(InventoryRequest request, Collection<InventoryPlugin> plugins, Footprint footprint) {
    this.request = request;
    this.footprint = footprint;
    ConfigurationFile.places(request.workingFolder(), request.environment())
        .forEach(footprint::note);
    this.plugins = new Plugins(plugins);
    this.settings = new Settings(request);
    this.facts = new KeptFacts(settings, this::path, footprint, this::tell);
    this.data = new DataFiles(settings, this::tell, footprint);
  }

  InventoryRequest request() {
    return request;
  }

  Plugins plugins() {
    return plugins;
  }

  Settings settings() {
    return settings;
  }

  DataFiles data() {
    return data;
  }

  KeptFacts facts() {
    return facts;
  }

  Footprint footprint() {
    return footprint;
  }

  /** A folder or file that somebody named. */
  Path path(String text) {
    return Path.of(new SourceText(request).source(text).text());
  }

  /** Tells people something, once. */
  void tell(Problem problem) {
    problems.add(problem);
  }

  Reading read() {
    try {
      FoldersBeside folders = new FoldersBeside(request, this::folder, facts);
      Draft draft = new Draft(settings.rules(request, this::tell), folders, this::tell);
      sources(draft, folders);
      Inventory inventory = draft.finish(sources, request.extraVariables());
      facts.settle(
          Stream.concat(LOCALHOSTS.stream(), inventory.hosts().stream().map(Host::name))::iterator);
      return settled(inventory, folders);
    } catch (ProblemException refused) {
      return refused(refused, GENERAL);
    }
  }

  private Reading settled(Inventory inventory, FoldersBeside folders) {
    try {
      folders.settle(
          () -> inventory.groups().stream().map(Group::name).iterator(),
          () -> inventory.hosts().stream().map(Host::name).iterator());
      return new Read(inventory, List.copyOf(problems));
    } catch (ProblemException broken) {
      return refused(broken, BAD_VARIABLES);
    }
  }

  private Refused refused(ProblemException reason, int exitCode) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(reason.problems());
    return new Refused(all, exitCode);
  }

  private VariableFolder folder(Path path) {
    return new VariableFolder(path, data, settings.yamlEndings(), this::tell);
  }

  private void sources(Draft draft, FoldersBeside folders) {
    List<String> given = request.sources().isEmpty() ? settings.usualSources() : request.sources();
    List<InventoryPlugin> enabled = plugins.enabled(settings.enabledPlugins(), this::tell);
    boolean isAnyRead = false;
    for (String text : given) {
      InventorySource source = new SourceText(request).source(text);
      folders.add(source);
      isAnyRead |= source(draft, source, enabled);
    }
    if (!isAnyRead && settings.failsWhenNothingIsRead()) {
      throw SourceProblems.nothingReadFails();
    }
    if (!isAnyRead && settings.warnsWhenNothingIsRead()) {
      tell(SourceProblems.nothingRead());
    }
  }

  private boolean source(Draft draft, InventorySource source, List<InventoryPlugin> enabled) {
    source.path().ifPresent(footprint::note);
    boolean isFolder = source.path().filter(Files::isDirectory).isPresent();
    boolean isRead = isFolder ? folder(draft, source, enabled) : file(draft, source, enabled);
    boolean isMissed = !isRead && (!source.text().equals(USUAL_SOURCE) || source.exists());
    if (isMissed && settings.failsWhenAnythingIsNotRead()) {
      throw SourceProblems.anyUnparsed(source.text());
    }
    if (isMissed) {
      tell(SourceProblems.unparsed(source.text()));
    }
    return isRead;
  }

  private boolean folder(Draft draft, InventorySource source, List<InventoryPlugin> enabled) {
    Path folder = source.path().orElseThrow();
    boolean isAnyRead = false;
    try {
      Path real = folder.toRealPath();
      if (open.contains(real)) {
        tell(SourceProblems.loop(folder.toString()));
        return false;
      }
      open.push(real);
      for (Path entry : new SourceFolder(settings).sources(folder)) {
        isAnyRead |= source(draft, new InventorySource(entry.toString()), enabled);
      }
      open.pop();
    } catch (IOException unreadable) {
      Problem problem = SourceProblems.broke("folder", unreadable);
      tell(SourceProblems.failed(source.text(), "folder", List.of(problem)));
    }
    return isAnyRead;
  }

  private boolean file(Draft draft, InventorySource source, List<InventoryPlugin> enabled) {
    List<Problem> failures = new ArrayList<>();
    for (InventoryPlugin plugin : enabled) {
      try {
        if (isReadBy(plugin, draft, source)) {
          return true;
        }
      } catch (ProblemException failure) {
        failures.add(SourceProblems.failed(source.text(), plugin.name(), failure.problems()));
        draft.drop();
      } catch (IOException | RuntimeException | StackOverflowError broken) {
        Problem problem = SourceProblems.broke(plugin.name(), broken);
        failures.add(SourceProblems.failed(source.text(), plugin.name(), List.of(problem)));
        draft.drop();
      }
    }
    failures.forEach(this::tell);
    return false;
  }

  /** False where the plugin does not accept the source; it throws where it cannot read it. */
  private boolean isReadBy(InventoryPlugin plugin, Draft draft, InventorySource source)
      throws IOException {
    draft.begin(source);
    SourceContext context = new SourceContext(this, plugin, source);
    if (!accepts(plugin, source, context)) {
      return false;
    }
    plugin.parse(draft, source, context);
    footprint.used(plugin);
    context.flush();
    draft.keep();
    sources.add(new ReadSource(source, plugin.name()));
    return true;
  }

  private static boolean accepts(
      InventoryPlugin plugin, InventorySource source, SourceContext context) {
    try {
      return plugin.verify(source, context);
    } catch (IOException | RuntimeException refusal) {
      // whatever goes wrong while it looks means no
      return false;
    }
  }
}
