package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.model.CodePoints;
import hotshoe.inventory.model.NameKinds;
import hotshoe.inventory.model.SortedVariables;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON of {@code --list}, with or without {@code --export}: groups, their hosts and children,
 * and all variables under {@code _meta} (rows AN-53 and AN-54). It is written as it is made: no
 * more of it than one host is in memory at a time.
 */
public final class ListForm {

  private static final String META = "_meta";

  /** Names that describe a run, not a host; nobody is shown them. */
  static final Set<String> HIDDEN =
      Set.of(
          "ansible_diff_mode",
          "ansible_config_file",
          "ansible_facts",
          "ansible_forks",
          "ansible_inventory_sources",
          "ansible_limit",
          "ansible_playbook_python",
          "ansible_run_tags",
          "ansible_skip_tags",
          "ansible_verbosity",
          "ansible_version",
          "inventory_dir",
          "inventory_file",
          "inventory_hostname",
          "inventory_hostname_short",
          "groups",
          "group_names",
          "omit",
          "playbook_dir");

  /** Whose variables stand where. */
  public enum Variables {
    /** Hosts have everything that holds for them; groups have nothing. */
    MERGED,
    /** Hosts and groups have what is said of themselves. */
    EXPORTED
  }

  private final Inventory inventory;
  private final Variables variables;

  /** Prints this inventory. */
  public ListForm(Inventory inventory, Variables variables) {
    this.inventory = inventory;
    this.variables = variables;
  }

  /**
   * Writes it, without a newline at the end.
   *
   * @return what people should know about the text
   * @throws ProblemException when a value cannot be written in JSON, with its host and name; part
   *     of the text may be out by then
   */
  public List<Problem> write(OutputStream stream) throws IOException {
    List<Group> groups = below(inventory.group("all").orElseThrow());
    List<Host> hosts = hosts(groups);
    boolean isSorted =
        NameKinds.areTexts(inventory)
            || (groups.stream().allMatch(group -> JsonForm.isSortable(exported(group)))
                && hosts.stream().allMatch(host -> JsonForm.isSortable(shown(values(host)))));
    JsonForm json = new JsonForm(stream, isSorted ? JsonForm.Order.SORTED : JsonForm.Order.AS_READ);
    Map<String, Group> byName = new LinkedHashMap<>();
    groups.forEach(group -> byName.put(group.name(), group));
    List<String> names = new ArrayList<>(byName.keySet());
    names.remove(META);
    names.add(META);
    if (isSorted) {
      names.sort(CodePoints::compare);
      hosts.sort((one, other) -> CodePoints.compare(one.name(), other.name()));
    }
    json.open('{');
    boolean isFirst = true;
    for (String name : names) {
      Map<String, Object> content =
          name.equals(META) ? Map.of() : content(byName.get(name), isSorted);
      if (name.equals(META) || !content.isEmpty()) {
        json.next(isFirst);
        json.key(name);
        isFirst = false;
        if (name.equals(META)) {
          meta(json, hosts, isSorted);
        } else {
          json.map(content);
        }
      }
    }
    json.close('}');
    json.finish();
    return isSorted ? List.of() : List.of(FormProblems.unsorted());
  }

  private Map<String, Object> content(Group group, boolean isSorted) {
    Map<String, Object> content = new LinkedHashMap<>();
    if (!group.hosts().isEmpty() && !group.name().equals("all")) {
      content.put("hosts", group.hosts().stream().map(Host::name).toList());
    }
    if (!group.children().isEmpty()) {
      content.put("children", group.children().stream().map(Group::name).toList());
    }
    if (variables == Variables.EXPORTED) {
      Map<Object, Object> own = exported(group);
      if (!own.isEmpty()) {
        content.put("vars", own);
      }
    }
    return isSorted ? new java.util.TreeMap<>(content) : content;
  }

  private Map<Object, Object> exported(Group group) {
    return variables == Variables.EXPORTED ? shown(inventory.exported(group)) : Map.of();
  }

  private void meta(JsonForm json, List<Host> hosts, boolean isSorted) throws IOException {
    json.open('{');
    json.next(true);
    json.key("hostvars");
    Optional<SortedVariables> sorted =
        isSorted && variables == Variables.MERGED
            ? SortedVariables.of(inventory)
            : Optional.empty();
    HostVariables writer =
        sorted
            .<HostVariables>map(all -> new SortedHosts(json, all))
            .orElseGet(() -> (host, isFirst) -> write(json, host, isFirst));
    boolean isNone = true;
    for (Host host : hosts) {
      isNone &= !writer.write(host, isNone);
    }
    if (isNone) {
      json.map(Map.of());
    } else {
      json.close('}');
    }
    json.close('}');
  }

  /** Writes the variables of a host, unless it has none. */
  interface HostVariables {
    boolean write(Host host, boolean isFirst) throws IOException;
  }

  private boolean write(JsonForm json, Host host, boolean isFirst) throws IOException {
    Map<Object, Object> values = shown(values(host));
    if (!values.isEmpty()) {
      begin(json, host, isFirst);
      host(json, host, values);
    }
    return !values.isEmpty();
  }

  /** The name of a host, and before the first one the bracket around all of them. */
  static void begin(JsonForm json, Host host, boolean isFirst) throws IOException {
    if (isFirst) {
      json.open('{');
    }
    json.next(isFirst);
    json.key(host.name());
  }

  private Map<Object, Object> values(Host host) {
    return variables == Variables.MERGED ? inventory.variables(host) : inventory.exported(host);
  }

  private static void host(JsonForm json, Host host, Map<Object, Object> values)
      throws IOException {
    try {
      json.map(values);
    } catch (ProblemException unprintable) {
      throw FormProblems.in(unprintable, "host " + host.name(), culprit(values));
    }
  }

  private static Object culprit(Map<Object, Object> values) {
    for (Map.Entry<Object, Object> entry : values.entrySet()) {
      try {
        JsonForm.text(new HashMap<>(Map.of(entry.getKey(), entry.getValue())));
      } catch (ProblemException unprintable) {
        return entry.getKey();
      }
    }
    return "?";
  }

  private static Map<Object, Object> shown(Map<Object, Object> values) {
    values.keySet().removeAll(HIDDEN);
    return values;
  }

  /** A group and everything below it, each once, parents first. */
  static List<Group> below(Group top) {
    Set<Group> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Group> found = new ArrayList<>();
    List<Group> open = new ArrayList<>(List.of(top));
    while (!open.isEmpty()) {
      Group group = open.remove(open.size() - 1);
      if (seen.add(group)) {
        found.add(group);
        List<Group> children = group.children();
        for (int i = children.size() - 1; i >= 0; i--) {
          open.add(children.get(i));
        }
      }
    }
    return found;
  }

  /** All hosts below; a host that is called {@code all} hides the others, as at home. */
  private List<Host> hosts(Collection<Group> groups) {
    Set<Group> below = Collections.newSetFromMap(new IdentityHashMap<>());
    below.addAll(groups);
    List<Host> hosts =
        new ArrayList<>(inventory.host("all").map(List::of).orElseGet(inventory::hosts));
    hosts.removeIf(host -> host.groups().stream().noneMatch(below::contains));
    return hosts;
  }
}
