package hotshoe.shell.command;

import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.Map;
import java.util.Objects;

/**
 * A graph of slices, with the form in which somebody wants to see it.
 *
 * @param form how it is to be written
 * @param graph the slices and what they depend on
 * @param states where each slice stands
 */
public record GraphPicture(Form form, SliceGraph graph, Map<SliceName, SliceState> states) {

  /** How a graph is written. */
  public enum Form {
    /** Boxes and lines. */
    DRAWING,
    /** The language of Graphviz. */
    DOT,
    /** JSON. */
    JSON
  }

  public GraphPicture {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(graph, "graph");
    states = Map.copyOf(states);
  }

  /** All of a picture but the graph itself. */
  record Frame(Form form, Map<SliceName, SliceState> states) {
    GraphPicture of(SliceGraph graph) {
      return new GraphPicture(form, graph, states);
    }
  }
}
