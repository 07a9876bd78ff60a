package hotshoe.inventory.form;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.model.CodePoints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The tree of {@code --graph} (row AN-55). It is written as it is made. */
public final class GraphForm {

  private final Shown shown;
  private final PythonValue values;
  private final Variables variables;

  /** Whether variables are in the tree. */
  public enum Variables {
    /** They are, below their host or group. */
    SHOWN,
    /** They are not. */
    LEFT_OUT
  }

  /**
   * Prints this.
   *
   * @param vault what an encrypted text is in clear
   */
  public GraphForm(Shown shown, Variables variables, UnaryOperator<String> vault) {
    this.shown = shown;
    this.variables = variables;
    this.values = new PythonValue(vault);
  }

  /**
   * Writes the tree from this group down.
   *
   * @throws hotshoe.problem.ProblemException when the tree is too large, or an encrypted text
   *     cannot be decrypted
   */
  public void write(Group top, OutputStream stream) throws IOException {
    Tree tree = new Tree(shown, top);
    TextOutput output = new TextOutput(stream);
    group(tree.top(), 0, output);
    output.flush();
  }

  private void group(Group group, int depth, TextOutput output) throws IOException {
    line("@" + group.name() + ":", depth, output);
    for (Group child : group.children()) {
      group(child, depth + 1, output);
    }
    for (Host host : shown.hosts(group)) {
      line(host.name(), depth + 1, output);
      if (variables == Variables.SHOWN) {
        variables(shown.variables(host), depth + 2, output);
      }
    }
    if (variables == Variables.SHOWN) {
      variables(shown.own(group), depth + 1, output);
    }
  }

  private void variables(Map<Object, Object> all, int depth, TextOutput output) throws IOException {
    for (Object name : sorted(all)) {
      line("{" + values.plain(name) + " = " + values.plain(all.get(name)) + "}", depth, output);
    }
  }

  /** Names of several kinds have no order; home breaks off there. */
  private static List<Object> sorted(Map<Object, Object> all) {
    if (!JsonForm.haveOneKind(all.keySet())) {
      List<Object> names = new ArrayList<>(all.keySet());
      names.sort((one, other) -> CodePoints.compare(one.toString(), other.toString()));
      return names;
    }
    return JsonForm.sorted(all);
  }

  private static void line(String text, int depth, TextOutput output) throws IOException {
    if (depth > 0) {
      output.text("  |".repeat(depth) + "--");
    }
    output.text(text);
    output.ascii('\n');
  }
}
