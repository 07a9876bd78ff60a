package hotshoe.inventory.model;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.Layer;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.Origin;
import hotshoe.inventory.ReadSource;
import hotshoe.inventory.model.VariableFolders.Folder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inventory that was read. Nothing in it changes any more. */
final class Finished implements Inventory {

  private static final List<String> LOCALHOSTS = List.of("localhost", "127.0.0.1", "::1");

  private final Rules rules;
  private final Surroundings around;
  private final Map<String, LiveGroup> groups;
  private final Map<String, LiveHost> hosts;
  private final List<Group> groupList;
  private final List<Host> hostList;
  private final Layers layers;

  Finished(
      Rules rules,
      Surroundings around,
      Map<String, LiveGroup> groups,
      Map<String, LiveHost> hosts) {
    this.rules = rules;
    this.around = around;
    this.groups = groups;
    this.hosts = hosts;
    this.groupList = List.copyOf(groups.values());
    this.hostList = Collections.unmodifiableList(new ArrayList<>(hosts.values()));
    this.layers = new Layers(rules, around.folders(), groups.get(Draft.ALL), around.ranks());
  }

  Rules rules() {
    return rules;
  }

  Surroundings around() {
    return around;
  }

  /** All folders of variables, the weaker first. */
  List<List<VariableFolders.Folder>> foldersInOrder() {
    return List.of(around.folders().besideSources(), around.folders().besidePlaybook());
  }

  Layers layers() {
    return layers;
  }

  @Override
  public List<ReadSource> sources() {
    return around.sources();
  }

  @Override
  public List<Group> groups() {
    return groupList;
  }

  @Override
  public List<Host> hosts() {
    return hostList;
  }

  @Override
  public Optional<Group> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  @Override
  public Optional<Host> host(String name) {
    return Optional.ofNullable(hosts.get(name));
  }

  @Override
  public Map<Object, Object> variables(Host host) {
    Stack stack = new Stack(rules.merging());
    layers.visit(
        (LiveHost) host, isImplicit(host), (layer, entity, values) -> stack.lay(layer, values));
    Map<Object, Object> variables = stack.all();
    rules.merging().lay(variables, around.extraVariables());
    return variables;
  }

  @Override
  public Map<Object, Object> exported(Host host) {
    Stack stack = new Stack(rules.merging());
    stack.lay(Layer.HOST_INVENTORY, host.variables());
    for (Folder folder : around.folders().exported()) {
      folder.host(host.name()).forEach(file -> stack.lay(Layer.HOST_PLUGINS_INVENTORY, file));
    }
    Map<Object, Object> variables = stack.all();
    return variables;
  }

  @Override
  public Map<Object, Object> exported(Group group) {
    Stack stack = new Stack(rules.merging());
    stack.lay(Layer.GROUPS_INVENTORY, group.variables());
    for (Folder folder : around.folders().exported()) {
      folder.group(group.name()).forEach(file -> stack.lay(Layer.GROUPS_PLUGINS_INVENTORY, file));
    }
    Map<Object, Object> variables = stack.all();
    if (group.priority() != LiveGroup.USUAL_PRIORITY) {
      variables.put(Draft.PRIORITY, (long) group.priority());
    }
    return variables;
  }

  @Override
  public List<LayeredValue> explain(Host host, Object variable) {
    List<LayeredValue> values = new ArrayList<>();
    layers.visit(
        (LiveHost) host,
        isImplicit(host),
        (layer, entity, variables) ->
            variables
                .get(variable)
                .map(v -> new LayeredValue(layer, entity, variables.origin(variable).get(), v))
                .ifPresent(values::add));
    if (around.extraVariables().containsKey(variable)) {
      Object value = around.extraVariables().get(variable);
      values.add(new LayeredValue(Layer.EXTRA, "", new Origin("", 0), value));
    }
    return values;
  }

  @Override
  public Optional<Host> implicitLocalhost(String name) {
    if (!LOCALHOSTS.contains(name) || LOCALHOSTS.stream().anyMatch(hosts::containsKey)) {
      return Optional.empty();
    }
    LiveHost host = new LiveHost(name, new Bag(around.book()), around.ranks(), Optional.empty());
    host.variables.set("ansible_connection", "local", 0);
    host.variables.set("ansible_python_interpreter", rules.interpreter(), 0);
    return Optional.of(host);
  }

  private boolean isImplicit(Host host) {
    return hosts.get(host.name()) != host;
  }
}
