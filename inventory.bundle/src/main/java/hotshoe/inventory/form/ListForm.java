package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.model.CodePoints;
import hotshoe.inventory.model.NameKinds;
import hotshoe.inventory.model.SortedVariables;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON of {@code --list}, with or without {@code --export}: groups, their hosts and children,
 * and all variables under {@code _meta} (rows AN-53 and AN-54). It is written as it is made: no
 * more of it than one host is in memory at a time.
 */
public final class ListForm {

  private static final String META = "_meta";

  private final Shown shown;

  /** Prints this. */
  public ListForm(Shown shown) {
    this.shown = shown;
  }

  /**
   * Writes it, without a newline at the end.
   *
   * @return what people should know about the text
   * @throws ProblemException when a value cannot be written in JSON, with its host and name; part
   *     of the text may be out by then
   */
  public List<Problem> write(OutputStream stream) throws IOException {
    List<Group> groups = shown.groups();
    List<Host> hosts = new ArrayList<>(shown.hosts(groups));
    boolean isSorted =
        NameKinds.areTexts(shown.inventory())
            || (groups.stream().allMatch(group -> JsonForm.isSortable(shown.variables(group)))
                && hosts.stream().allMatch(host -> JsonForm.isSortable(shown.variables(host))));
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
    List<Host> hosts = shown.hosts(group);
    if (!hosts.isEmpty()) {
      content.put("hosts", hosts.stream().map(Host::name).toList());
    }
    if (!group.children().isEmpty()) {
      content.put("children", group.children().stream().map(Group::name).toList());
    }
    Map<Object, Object> own = shown.variables(group);
    if (!own.isEmpty()) {
      content.put("vars", own);
    }
    return isSorted ? new java.util.TreeMap<>(content) : content;
  }

  private void meta(JsonForm json, List<Host> hosts, boolean isSorted) throws IOException {
    json.open('{');
    json.next(true);
    json.key("hostvars");
    Optional<SortedVariables> sorted =
        isSorted && !shown.isExport() ? SortedVariables.of(shown.inventory()) : Optional.empty();
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
    Map<Object, Object> values = shown.variables(host);
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
}
