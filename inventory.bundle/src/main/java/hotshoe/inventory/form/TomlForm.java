package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The TOML of {@code --list --toml} (row AN-57): every group once, and the variables of a host
 * where it is met first, so that what is read back is the same. It is written as it is made.
 */
public final class TomlForm {

  private final Shown shown;
  private final Set<Host> written = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Prints this, once. */
  public TomlForm(Shown shown) {
    this.shown = shown;
  }

  /** The text of one map. */
  public static String text(Map<Object, Object> map, List<Problem> lost) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput output = new TextOutput(bytes);
    TomlValue values = new TomlValue(output);
    try {
      entries(values, "the host", map);
      output.flush();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    lost.addAll(values.lost());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes it.
   *
   * @return what TOML cannot say and is left out
   * @throws ProblemException when a value cannot be written, with its host and name; part of the
   *     text may be out by then
   */
  public List<Problem> write(OutputStream stream) throws IOException {
    TextOutput output = new TextOutput(stream);
    TomlValue values = new TomlValue(output);
    boolean isFirst = true;
    for (Group group : shown.groups()) {
      if (!isFirst) {
        output.ascii('\n');
      }
      isFirst = false;
      group(group, values, output);
    }
    output.flush();
    return values.lost();
  }

  private void group(Group group, TomlValue values, TextOutput output) throws IOException {
    header(values, output, group.name());
    if (!group.children().isEmpty()) {
      values.entry("children", group.children().stream().map(Group::name).toList());
    }
    Map<Object, Object> variables = shown.variables(group);
    if (!variables.isEmpty()) {
      output.ascii('\n');
      header(values, output, group.name(), "vars");
      entries(values, "group " + group.name(), variables);
    }
    for (Host host : shown.hosts(group)) {
      output.ascii('\n');
      header(values, output, group.name(), "hosts", host.name());
      if (written.add(host)) {
        entries(values, "host " + host.name(), shown.variables(host));
      }
    }
  }

  private static void header(TomlValue values, TextOutput output, String... names)
      throws IOException {
    String dot = "[";
    for (String name : names) {
      output.text(dot);
      values.key(name);
      dot = ".";
    }
    output.text("]\n");
  }

  private static void entries(TomlValue values, String entity, Map<Object, Object> all)
      throws IOException {
    for (Object name : JsonForm.sortedOrAsRead(all)) {
      try {
        values.entry(name, all.get(name));
      } catch (ProblemException unprintable) {
        throw FormProblems.in(unprintable, entity, name);
      }
    }
  }
}
