package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.ReadSource;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An inventory while sources are read into it, one after another: {@link #begin}, additions by a
 * plugin, {@link #keep} or {@link #drop}, and at last {@link #finish}.
 */
public final class Draft implements InventoryBuilder {

  static final String ALL = "all";
  static final String UNGROUPED = "ungrouped";
  static final String PRIORITY = "ansible_group_priority";

  /** The part of a place that is the line. */
  private static final long LINES = 0xFFFF_FFFFL;

  private static final int MOST_HOSTS = 20_000_000;
  private static final int MOST_GROUPS = 5_000_000;
  private static final Set<String> LOCALHOSTS = Set.of("localhost", "127.0.0.1", "::1");

  private final Rules rules;
  private final VariableFolders folders;
  private final Consumer<Problem> warnings;
  private final Book book;
  private final Ranks ranks = new Ranks();
  private final Undo undo;
  private final Map<String, LiveGroup> groups;
  private final Map<String, LiveHost> hosts;
  private final LiveGroup all;
  private final LiveGroup ungrouped;
  private Optional<InventorySource> source = Optional.empty();
  private long place;
  private String localhost = "";
  private boolean isToldOfNames;

  /** Whose variable was set last, no group having its name: mostly the next one is its too. */
  private Optional<LiveHost> lastHost = Optional.empty();

  /** An inventory that knows {@code all} and {@code ungrouped} only. */
  public Draft(Rules rules, VariableFolders folders, Consumer<Problem> warnings) {
    this.rules = rules;
    this.folders = folders;
    this.warnings = warnings;
    this.undo = new Undo(rules.failures() == Failures.LEAVE_NOTHING);
    book = new Book();
    groups = new LinkedHashMap<>();
    hosts = new LinkedHashMap<>();
    all = create(ALL);
    ungrouped = create(UNGROUPED);
    link(all, ungrouped);
  }

  /** One that goes on where a finished inventory ended; nothing is told twice, or undone. */
  Draft(Finished before) {
    rules = before.rules();
    folders = before.around().folders();
    warnings = told -> {};
    undo = new Undo(false);
    book = before.around().book().copy();
    ModelCopy copy = new ModelCopy(before, book, ranks);
    groups = copy.groups();
    hosts = copy.hosts();
    all = groups.get(ALL);
    ungrouped = groups.get(UNGROUPED);
  }

  /** The next additions come from no source; this is what stands for one. */
  void beginAddition(String word) {
    place = book.place(word, 0);
  }

  /** The next additions come from this source. */
  public void begin(InventorySource next) {
    source = Optional.of(next);
    undo.begin();
    place = book.place(next.text(), 0);
  }

  /** The source was read. */
  public void keep() {
    undo.forget();
  }

  /** The source failed. What it said so far stays or goes, as the rules have it. */
  public void drop() {
    undo.undo(groups, hosts);
    lastHost = Optional.empty();
    ranks.outdate();
    localhost = LOCALHOSTS.stream().filter(hosts::containsKey).findFirst().orElse("");
  }

  /** Puts everything into its place (row AN-13) and gives out the inventory; this is over then. */
  public Inventory finish(List<ReadSource> sources, Map<Object, Object> extraVariables) {
    if (!sources.isEmpty()) {
      undo.begin();
      reconcile();
      undo.forget();
    }
    return finish(folders, sources, extraVariables);
  }

  /** The same for what is in its place already, with these folders of variables. */
  Inventory finish(
      VariableFolders beside, List<ReadSource> sources, Map<Object, Object> extraVariables) {
    ranks.settle(groups.values());
    Surroundings around = new Surroundings(book, ranks, beside, extraVariables, sources);
    return new Finished(rules, around, groups, hosts);
  }

  void reconcile() {
    for (LiveGroup group : List.copyOf(groups.values())) {
      if (group != all && group.parents.size() == 0) {
        child(all, group);
      }
    }
    List<LiveHost> leaving = new ArrayList<>();
    hosts.values().forEach(host -> settle(host, leaving));
    if (!leaving.isEmpty()) {
      leaving.forEach(host -> host.leave(ungrouped));
      ungrouped.hosts = new ArrayList<>(ungrouped.hosts);
      ungrouped.hosts.removeIf(host -> !host.isIn(ungrouped));
    }
    groups.keySet().stream()
        .filter(hosts::containsKey)
        .forEach(name -> warnings.accept(InventoryProblems.sameName(name)));
  }

  private void settle(LiveHost host, List<LiveHost> leaving) {
    boolean isElsewhere = isElsewhere(host);
    if (isElsewhere && host.isIn(ungrouped)) {
      leaving.add(host);
    } else if (!isElsewhere && !host.isIn(ungrouped)) {
      // by name, as at home: a group of the same name comes first (row AN-21)
      addChild(UNGROUPED, host.name);
    }
  }

  private boolean isElsewhere(LiveHost host) {
    for (LiveGroup group : host.direct()) {
      if (group != all && group != ungrouped) {
        return true;
      }
    }
    return host.isIn(ungrouped)
        && ungrouped.parents.list().stream().anyMatch(parent -> parent != all);
  }

  @Override
  public void at(int line) {
    place = (place & ~LINES) | line;
  }

  @Override
  public String addGroup(String name) {
    if (name.isEmpty()) {
      throw InventoryProblems.emptyName("group", name);
    }
    if (groups.containsKey(name)) {
      return name;
    }
    String real = groupName(name);
    if (!groups.containsKey(real)) {
      create(real);
    }
    return real;
  }

  @Override
  public String groupName(String name) {
    if (rules.sanitising() == Sanitising.IGNORE || Sanitising.isClean(name)) {
      return name;
    }
    boolean replaces = rules.sanitising().replaces();
    if (rules.sanitising() != Sanitising.SILENTLY && !isToldOfNames) {
      isToldOfNames = true;
      warnings.accept(InventoryProblems.badCharacters(name, replaces));
    }
    return replaces ? Sanitising.cleaned(name) : name;
  }

  private LiveGroup create(String name) {
    if (groups.size() >= MOST_GROUPS) {
      throw InventoryProblems.tooMany("groups", MOST_GROUPS);
    }
    LiveGroup group = new LiveGroup(name, book);
    groups.put(name, group);
    lastHost = Optional.empty();
    undo.added(group);
    ranks.outdate();
    return group;
  }

  @Override
  public void addHost(String name) {
    host(name, () -> {});
  }

  @Override
  public void addHost(String name, String group) {
    LiveGroup to = known(group);
    LiveHost host = host(name, () -> {});
    put(host, to);
    if (!groups.containsKey(name)) {
      lastHost = Optional.of(host);
    }
  }

  @Override
  public void addHost(String name, String group, long port) {
    LiveGroup to = known(group);
    put(host(name, () -> setVariable(hosts.get(name), "ansible_port", port)), to);
  }

  private LiveHost host(String name, Runnable whenNew) {
    LiveHost known = hosts.get(name);
    if (known != null) {
      return known;
    }
    if (name.isEmpty()) {
      throw InventoryProblems.emptyName("host", name);
    }
    if (hosts.size() >= MOST_HOSTS) {
      throw InventoryProblems.tooMany("hosts", MOST_HOSTS);
    }
    LiveHost host = new LiveHost(name, new Bag(book), ranks, source);
    hosts.put(name, host);
    undo.added(host);
    if (LOCALHOSTS.contains(name)) {
      noteLocalhost(name);
    }
    whenNew.run();
    return host;
  }

  private void noteLocalhost(String name) {
    if (localhost.isEmpty()) {
      localhost = name;
    } else {
      warnings.accept(InventoryProblems.secondLocalhost(name, localhost));
    }
  }

  private LiveGroup known(String name) {
    LiveGroup group = groups.get(name);
    if (group == null) {
      throw InventoryProblems.unknownGroup(name, near(name));
    }
    return group;
  }

  private String near(String name) {
    return groups.size() > 10_000 ? "" : Nearest.to(name, groups.keySet());
  }

  void put(LiveHost host, LiveGroup group) {
    if (!host.isIn(group)) {
      undo.touches(host);
      undo.touches(group);
      host.join(group);
      group.hosts.add(host);
    }
  }

  @Override
  public void addChild(String group, String child) {
    LiveGroup parent = known(group);
    LiveGroup below = groups.get(child);
    if (below != null) {
      child(parent, below);
    } else if (hosts.containsKey(child)) {
      put(hosts.get(child), parent);
    } else {
      throw InventoryProblems.unknownMember(child);
    }
  }

  private void child(LiveGroup parent, LiveGroup child) {
    if (parent == child) {
      throw InventoryProblems.ownChild(parent.name);
    }
    if (!parent.children.contains(child)) {
      if (parent.isBelow(child)) {
        throw InventoryProblems.loop(child.name, parent.name);
      }
      link(parent, child);
    }
  }

  private void link(LiveGroup parent, LiveGroup child) {
    undo.touches(parent);
    undo.touches(child);
    parent.children.add(child);
    child.parents.add(parent);
    deepen(child, parent.depth + 1);
    ranks.outdate();
  }

  private void deepen(LiveGroup top, int depth) {
    List<LiveGroup> open = new ArrayList<>();
    lower(top, depth, open);
    while (!open.isEmpty()) {
      LiveGroup group = open.remove(open.size() - 1);
      group.children.list().forEach(child -> lower(child, group.depth + 1, open));
    }
  }

  private void lower(LiveGroup group, int depth, List<LiveGroup> open) {
    if (group.depth < depth) {
      undo.touches(group);
      group.depth = depth;
      open.add(group);
    }
  }

  @Override
  public void setVariable(String entity, Object name, Object value) {
    if (lastHost.isPresent() && lastHost.get().name.equals(entity)) {
      setVariable(lastHost.get(), name, value);
      return;
    }
    LiveGroup group = groups.get(entity);
    if (group != null) {
      setVariable(group, name, value);
      return;
    }
    LiveHost host = hosts.get(entity);
    if (host == null) {
      throw InventoryProblems.unknownEntity(entity);
    }
    lastHost = Optional.of(host);
    setVariable(host, name, value);
  }

  private void setVariable(LiveGroup group, Object name, Object value) {
    undo.touches(group);
    if (name.equals(PRIORITY)) {
      group.priority = WholeNumber.of(group.name, value);
      ranks.outdate();
    } else {
      set(group.variables, name, value);
    }
  }

  void setVariable(LiveHost host, Object name, Object value) {
    undo.touches(host);
    set(host.variables, name, value);
  }

  private void set(Bag variables, Object name, Object value) {
    Object met =
        value instanceof Map<?, ?>
            ? variables.get(name).map(old -> rules.merging().both(old, value)).orElse(value)
            : value;
    variables.set(name, met, place);
  }

  @Override
  public void removeHost(String name) {
    LiveHost host = hosts.get(name);
    if (host != null) {
      undo.reorders(hosts, undo::newHosts);
      undo.touches(host);
      for (LiveGroup group : host.direct()) {
        without(group, host);
      }
      hosts.remove(name);
      lastHost = Optional.empty();
    }
  }

  private void without(LiveGroup group, LiveHost host) {
    undo.touches(group);
    group.hosts = new ArrayList<>(group.hosts);
    group.hosts.remove(host);
  }

  @Override
  public void removeGroup(String name) {
    LiveGroup group = groups.get(name);
    if (group == null || group == all || group == ungrouped) {
      return;
    }
    undo.reorders(groups, undo::newGroups);
    undo.touches(group);
    for (LiveHost host : group.hosts) {
      undo.touches(host);
      host.leave(group);
    }
    for (LiveGroup parent : group.parents.list()) {
      undo.touches(parent);
      parent.children.remove(group);
    }
    for (LiveGroup child : group.children.list()) {
      undo.touches(child);
      child.parents.remove(group);
    }
    groups.remove(name);
    ranks.outdate();
  }

  @Override
  public InventorySource source() {
    return source.orElseThrow();
  }

  @Override
  public Map<Object, Object> variables(Host host, VariableFiles files) {
    ranks.settle(groups.values());
    VariableFolders used = files == VariableFiles.READ ? folders : VariableFolders.NONE;
    return new Layers(rules, used, all, ranks).soFar((LiveHost) host);
  }

  @Override
  public List<Group> groups() {
    return List.copyOf(groups.values());
  }

  @Override
  public List<Host> hosts() {
    return List.copyOf(hosts.values());
  }

  @Override
  public Optional<Group> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  @Override
  public Optional<Host> host(String name) {
    return Optional.ofNullable(hosts.get(name));
  }

  /** How many hosts there are; cheaper than asking for all of them. */
  public int size() {
    return hosts.size();
  }
}
