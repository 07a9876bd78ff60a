package hotshoe.shell.text;

import hotshoe.shell.command.GraphPicture;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A graph in the language of Graphviz: an arrow leads to what starts later. */
final class DotText {

  private DotText() {}

  static void write(GraphPicture picture, Page page) {
    page.line("digraph slices {");
    page.line("  rankdir=TB;");
    page.line("  node [shape=box, style=rounded];");
    names(picture).forEach(name -> page.line("  " + quoted(name) + attributes(picture, name)));
    names(picture)
        .forEach(
            name ->
                picture.graph().dependencies().getOrDefault(name, new TreeSet<>()).stream()
                    .map(before -> "  " + quoted(before) + " -> " + quoted(name) + ";")
                    .forEach(page::line));
    page.line("}");
  }

  /** Every slice that is present, in a cycle, or missing. */
  static SortedSet<SliceName> names(GraphPicture picture) {
    return Stream.concat(
            picture.graph().order().stream(), picture.graph().dependencies().keySet().stream())
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  private static String quoted(SliceName name) {
    return '"' + name.value() + '"';
  }

  private static String attributes(GraphPicture picture, SliceName name) {
    if (picture.graph().missing().contains(name)) {
      return " [style=dashed, label=\"" + name + "\\nnot here\"];";
    }
    SliceState state = picture.states().getOrDefault(name, SliceState.WAITING);
    return state == SliceState.ACTIVE
        ? ";"
        : " [color=" + colour(state) + ", label=\"" + name + "\\n" + state + "\"];";
  }

  private static String colour(SliceState state) {
    return state == SliceState.FAILED ? "red" : "orange";
  }
}
