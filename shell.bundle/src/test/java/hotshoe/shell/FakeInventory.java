package hotshoe.shell;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.Origin;
import hotshoe.inventory.ReadSource;
import hotshoe.inventory.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An inventory of two groups and three hosts.
 *
 * @param groups all groups
 * @param hosts all hosts
 */
record FakeInventory(List<Group> groups, List<Host> hosts) implements Inventory {

  static FakeInventory small() {
    Host www = new Machine("www1");
    Host other = new Machine("www2");
    Host data = new Machine("db1");
    Group web = new Bunch("web", List.of(www, other), List.of());
    Group db = new Bunch("db", List.of(data), List.of());
    Group ungrouped = new Bunch("ungrouped", List.of(), List.of());
    Group all = new Bunch("all", List.of(), List.of(ungrouped, web, db));
    return new FakeInventory(List.of(all, ungrouped, web, db), List.of(www, other, data));
  }

  private record Machine(String name) implements Host {
    @Override
    public List<Group> groups() {
      return List.of();
    }

    @Override
    public List<Group> allGroups() {
      return List.of();
    }

    @Override
    public Variables variables() {
      return Said.NOTHING;
    }

    @Override
    public Optional<InventorySource> source() {
      return Optional.empty();
    }
  }

  private record Bunch(String name, List<Host> hosts, List<Group> children) implements Group {
    @Override
    public List<Group> parents() {
      return List.of();
    }

    @Override
    public int depth() {
      return 0;
    }

    @Override
    public int priority() {
      return 1;
    }

    @Override
    public Variables variables() {
      return Said.NOTHING;
    }
  }

  private enum Said implements Variables {
    NOTHING;

    @Override
    public int size() {
      return 0;
    }

    @Override
    public Optional<Object> get(Object name) {
      return Optional.empty();
    }

    @Override
    public Optional<Origin> origin(Object name) {
      return Optional.empty();
    }

    @Override
    public void forEach(BiConsumer<Object, Object> each) {
      // there is none
    }

    @Override
    public Map<Object, Object> asMap() {
      return Map.of();
    }
  }

  @Override
  public Optional<Group> group(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst();
  }

  @Override
  public Optional<Host> host(String name) {
    return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
  }

  @Override
  public List<ReadSource> sources() {
    return List.of();
  }

  @Override
  public Map<Object, Object> variables(Host host) {
    return Map.of();
  }

  @Override
  public Map<Object, Object> exported(Host host) {
    return host.name().equals("www1") ? Map.of("port", 80L, "name", "w") : Map.of();
  }

  @Override
  public Map<Object, Object> exported(Group group) {
    return group.name().equals("web") ? Map.of("tier", "front") : Map.of();
  }

  @Override
  public List<LayeredValue> explain(Host host, Object variable) {
    return List.of();
  }

  @Override
  public Optional<Host> implicitLocalhost(String name) {
    return Optional.empty();
  }
}
