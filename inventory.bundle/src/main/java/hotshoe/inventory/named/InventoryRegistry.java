package hotshoe.inventory.named;

import hotshoe.configuration.Configuration;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryDefinition;
import hotshoe.inventory.InventoryListener;
import hotshoe.inventory.InventoryProvider;
import hotshoe.inventory.NamedInventories;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.NamedInventory.State;
import hotshoe.inventory.model.Addition;
import hotshoe.inventory.named.DefinitionFolder.Entry;
import hotshoe.inventory.source.InventoryReader;
import hotshoe.problem.ProblemException;
import hotshoe.schedule.Job;
import hotshoe.schedule.Timetable;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import hotshoe.slice.SliceContext;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The front door of inventories with a name. Does nothing at the start: definitions are looked at
 * when somebody asks, and watching begins with the first inventory that is read.
 */
@Component(service = {NamedInventories.class, Slice.class})
@SliceComponent(name = "hotshoe.inventories")
public final class InventoryRegistry implements NamedInventories, Slice, StatusReporter {

  /** A look at everything may take one twentieth of the time at most. */
  private static final int SHARE = 20;

  private final InventoryReader reader;
  private final DefinitionFolder folder;
  private final Definitions definitions;
  private final Requests requests;
  private final Duration interval;
  private final Announcer announcer = new Announcer(this::inBackground);
  private final Map<String, LiveInventory> live = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<SliceContext>> context =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean isWatching = new AtomicBoolean();
  private final Set<String> reading = ConcurrentHashMap.newKeySet();
  private volatile long nextLook = System.nanoTime();

  /** Keeps definitions in the folder that the configuration names. */
  @Activate
  public InventoryRegistry(
      @Reference Configuration configuration, @Reference InventoryReader reader) {
    this.reader = reader;
    Path path = configuration.path("inventory.folder");
    this.folder = new DefinitionFolder(path);
    this.definitions = new Definitions(folder);
    this.requests =
        new Requests(
            path,
            Map.of(
                "PATH",
                configuration.text("processes.path"),
                "HOME",
                System.getProperty("user.home", "/")));
    this.interval = configuration.duration("inventory.watch-interval");
  }

  /** A listener has come. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "leave")
  public void arrive(InventoryListener listener) {
    announcer.add(listener);
  }

  /** A listener is going. */
  public void leave(InventoryListener listener) {
    announcer.remove(listener);
  }

  /** Somebody brings inventories. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "withdraw")
  public void bring(InventoryProvider provider) {
    definitions.add(provider);
  }

  /** What somebody brought goes, at the next look. */
  public void withdraw(InventoryProvider provider) {
    definitions.remove(provider);
  }

  @Override
  public void prestart(SliceContext given) {
    context.set(Optional.of(given));
  }

  @Override
  public void stop() {
    context.set(Optional.empty());
  }

  @Override
  public SliceStatus status() {
    List<NamedInventory> all = live.values().stream().map(LiveInventory::portrait).toList();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("read", (long) all.size());
    List<String> troubled =
        all.stream()
            .filter(it -> it.state() == State.STALE || it.state() == State.BROKEN)
            .map(it -> it.name() + " is " + it.state())
            .sorted()
            .toList();
    return troubled.isEmpty()
        ? new SliceStatus(StatusLevel.OK, "", details)
        : new SliceStatus(StatusLevel.WARNING, String.join(", ", troubled), details);
  }

  @Override
  public List<NamedInventory> list() {
    Map<String, NamedInventory> all = new TreeMap<>();
    scan().forEach((name, entry) -> all.put(name, portrait(name, entry)));
    return List.copyOf(all.values());
  }

  @Override
  public Optional<NamedInventory> find(String name) {
    return Optional.ofNullable(scan().get(name)).map(entry -> portrait(name, entry));
  }

  /** What files say; what is live already follows them, and what is gone goes. */
  private Map<String, Entry> scan() {
    Map<String, Entry> entries = definitions.scan();
    live.keySet().retainAll(entries.keySet());
    live.forEach((name, inventory) -> follow(inventory, entries.get(name)));
    return entries;
  }

  private void follow(LiveInventory inventory, Entry entry) {
    entry
        .definition()
        .filter(definition -> !definition.equals(inventory.definition()))
        .filter(inventory::redefine)
        .ifPresent(definition -> readAnew(definition.name(), inventory));
  }

  private NamedInventory portrait(String name, Entry entry) {
    Optional<NamedInventory> known =
        Optional.ofNullable(live.get(name)).map(LiveInventory::portrait);
    NamedInventory portrait =
        known.orElseGet(
            () -> unread(entry.definition().orElseGet(() -> InventoryDefinition.of(name))));
    return entry.problems().isEmpty() ? portrait : withProblems(portrait, entry);
  }

  private NamedInventory unread(InventoryDefinition definition) {
    return new LiveInventory(definition, reader, requests, changes(definition.name())).portrait();
  }

  private Changes changes(String name) {
    return new Changes(name, announcer::tell);
  }

  /** The file is wrong; what was read before it became so holds on. */
  private static NamedInventory withProblems(NamedInventory it, Entry entry) {
    return new NamedInventory(
        it.definition(),
        it.read().isPresent() ? State.STALE : State.BROKEN,
        it.version(),
        it.read(),
        it.failed(),
        it.hosts(),
        it.groups(),
        it.additions(),
        it.sources(),
        entry.problems());
  }

  @Override
  public Inventory inventory(String name) {
    Inventory inventory = live(name).inventory();
    watch();
    return inventory;
  }

  private LiveInventory live(String name) {
    return Optional.ofNullable(live.get(name)).orElseGet(() -> begin(name));
  }

  private LiveInventory begin(String name) {
    Map<String, Entry> entries = definitions.scan();
    Entry entry = entries.get(name);
    if (entry == null) {
      throw NamedProblems.unknown(name, entries.keySet());
    }
    InventoryDefinition definition =
        entry.definition().orElseThrow(() -> new ProblemException(entry.problems()));
    return live.computeIfAbsent(
        name, it -> new LiveInventory(definition, reader, requests, changes(name)));
  }

  @Override
  public InventoryChange refresh(String name) {
    scan();
    InventoryChange change = live(name).refresh();
    watch();
    return change;
  }

  @Override
  public List<InventoryChange> changes(String name, long afterVersion) {
    return live(name).changesAfter(afterVersion);
  }

  @Override
  public boolean addHost(String name, String host, List<String> groups, Map<String, ?> variables) {
    boolean isChanged =
        live(name).add(new Addition.OfHost(host, groups, new LinkedHashMap<>(variables)));
    watch();
    return isChanged;
  }

  @Override
  public boolean groupBy(String name, String host, String group, List<String> parents) {
    LiveInventory inventory = live(name);
    Inventory now = inventory.inventory();
    if (now.host(host).isEmpty()) {
      List<String> near = now.hosts().stream().limit(10_000).map(it -> it.name()).toList();
      throw NamedProblems.host(name, host, near);
    }
    watch();
    return inventory.add(new Addition.OfGroup(host, group, parents));
  }

  @Override
  public InventoryChange forgetAdditions(String name) {
    return live(name).forgetAdditions();
  }

  @Override
  public void put(InventoryDefinition definition) {
    folder.write(definition);
    Optional.ofNullable(live.get(definition.name()))
        .filter(it -> it.redefine(definition))
        .ifPresent(LiveInventory::attempt);
  }

  @Override
  public boolean remove(String name) {
    boolean isThere = InventoryDefinition.isName(name) && folder.delete(name);
    live.remove(name);
    return isThere;
  }

  @Override
  public Listening listen(InventoryListener listener) {
    announcer.add(listener);
    return () -> announcer.remove(listener);
  }

  /** Begins to look for changes, once. */
  private void watch() {
    context
        .get()
        .filter(it -> isWatching.compareAndSet(false, true))
        .ifPresent(
            it ->
                it.scheduler()
                    .schedule(
                        Job.of("look for changes of inventories", every(), this::lookNowAndThen)
                            .quietly()));
  }

  private Timetable every() {
    return Timetable.every(interval);
  }

  /** The more a look takes, the less often it is taken. */
  private void lookNowAndThen() {
    long began = System.nanoTime();
    if (began >= nextLook) {
      look();
      long end = System.nanoTime();
      nextLook = end + (end - began) * SHARE;
    }
  }

  /** Looks whether anything has to be read anew. */
  void look() {
    scan();
    live.entrySet().stream()
        .filter(entry -> entry.getValue().isDue())
        .forEach(entry -> readAnew(entry.getKey(), entry.getValue()));
  }

  /** Reads it anew in the background, unless that is being done. */
  private void readAnew(String name, LiveInventory inventory) {
    if (reading.add(name)) {
      inBackground(
          () -> {
            try {
              inventory.attempt();
            } finally {
              reading.remove(name);
            }
          });
    }
  }

  /** Without a host around it, before and after its life, everything is done at once. */
  private void inBackground(Runnable work) {
    Optional<SliceContext> around = context.get().filter(it -> !it.isStopping());
    if (around.isPresent()) {
      around.get().backgroundTasks().run("inventories", work::run);
    } else {
      work.run();
    }
  }
}
