package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.model.CodePoints;
import hotshoe.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The YAML of {@code --list --yaml} (row AN-57): groups inside each other; the variables of a host
 * stand where it is met first, values that are shared stand once. Goes through everything twice,
 * first for what is shared; no more of the text than one host is in memory at a time.
 */
public final class YamlForm {

  private static final Comparator<Group> BY_NAME =
      (one, other) -> CodePoints.compare(one.name(), other.name());
  private static final Comparator<Host> HOSTS_BY_NAME =
      (one, other) -> CodePoints.compare(one.name(), other.name());

  private final Shown shown;
  private final Tree tree;
  private final Anchors anchors = new Anchors();

  /** Prints this. */
  public YamlForm(Shown shown) {
    this.shown = shown;
    this.tree = new Tree(shown, shown.inventory().group("all").orElseThrow()).settled();
  }

  /** The text of one map, with a newline at its end. */
  public static String text(Map<Object, Object> map) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Anchors anchors = new Anchors();
    anchors.lookInside(map);
    YamlOutput output = new YamlOutput(bytes);
    try {
      new YamlValue(output, anchors).value(map);
      output.finish();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes it, with a newline at the end.
   *
   * @throws ProblemException when a value cannot be written, with its host and name; part of the
   *     text may be out by then
   */
  public void write(OutputStream stream) throws IOException {
    Group top = tree.top();
    walk(top, true);
    YamlOutput output = new YamlOutput(stream);
    Writer writer = new Writer(output, new YamlValue(output, anchors));
    output.openMap();
    writer.group(top, true);
    output.close();
    output.finish();
  }

  /** Looks at all variables in the order in which they are written. */
  private void walk(Group group, boolean isFirst) {
    for (Group child : sorted(group)) {
      walk(child, isFirst && tree.isFirst(child, group));
    }
    for (Host host : sortedHosts(group)) {
      if (isFirst && tree.isHome(host, group)) {
        anchors.lookInside(shown.variables(host));
      }
    }
    anchors.lookInside(shown.variables(group));
  }

  private static List<Group> sorted(Group group) {
    return group.children().stream()
        .filter(child -> !child.name().equals("all"))
        .sorted(BY_NAME)
        .toList();
  }

  private List<Host> sortedHosts(Group group) {
    return shown.hosts(group).stream().sorted(HOSTS_BY_NAME).toList();
  }

  /** Writes groups, the ones below inside. */
  private final class Writer {

    private final YamlOutput output;
    private final YamlValue values;

    Writer(YamlOutput output, YamlValue values) {
      this.output = output;
      this.values = values;
    }

    void group(Group group, boolean isFirst) throws IOException {
      values.key(group.name());
      List<Group> children = sorted(group);
      List<Host> hosts = sortedHosts(group);
      Map<Object, Object> variables = shown.variables(group);
      if (children.isEmpty() && hosts.isEmpty() && variables.isEmpty()) {
        output.plain("{}");
        return;
      }
      output.openMap();
      if (!children.isEmpty()) {
        values.key("children");
        output.openMap();
        for (Group child : children) {
          group(child, isFirst && tree.isFirst(child, group));
        }
        output.close();
      }
      if (!hosts.isEmpty()) {
        values.key("hosts");
        hosts(group, hosts, isFirst);
      }
      if (!variables.isEmpty()) {
        values.key("vars");
        variables("group " + group.name(), variables);
      }
      output.close();
    }

    private void hosts(Group group, List<Host> hosts, boolean isFirst) throws IOException {
      output.openMap();
      for (Host host : hosts) {
        values.key(host.name());
        boolean isHome = isFirst && tree.isHome(host, group);
        variables("host " + host.name(), isHome ? shown.variables(host) : Map.of());
      }
      output.close();
    }

    private void variables(String entity, Map<Object, Object> all) throws IOException {
      if (all.isEmpty()) {
        output.plain("{}");
        return;
      }
      output.openMap();
      for (Object name : JsonForm.sortedOrAsRead(all)) {
        try {
          values.entry(name, all.get(name));
        } catch (ProblemException unprintable) {
          throw FormProblems.in(unprintable, entity, name);
        }
      }
      output.close();
    }
  }
}
