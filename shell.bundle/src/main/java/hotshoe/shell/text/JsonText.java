package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.shell.command.GraphPicture;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A graph as JSON. Names of slices need no escapes. */
final class JsonText {

  private JsonText() {}

  static void write(GraphPicture picture, Page page) {
    page.line("{");
    page.line("  \"order\": " + array(picture.graph().order()) + ",");
    page.line("  \"missing\": " + array(picture.graph().missing()) + ",");
    page.line("  \"cycles\": " + cycles(picture.graph().cycles()) + ",");
    page.line("  \"slices\": {");
    List<SliceName> names = List.copyOf(DotText.names(picture));
    for (int i = 0; i < names.size(); i++) {
      page.line("    " + slice(picture, names.get(i)) + (i < names.size() - 1 ? "," : ""));
    }
    page.line("  }");
    page.line("}");
  }

  private static String slice(GraphPicture picture, SliceName name) {
    Optional<SliceState> state = Optional.ofNullable(picture.states().get(name));
    return quoted(name)
        + ": {\"state\": "
        + state.map(s -> '"' + s.name() + '"').orElse("null")
        + ", \"dependsOn\": "
        + array(picture.graph().dependencies().getOrDefault(name, new TreeSet<>()))
        + "}";
  }

  private static String cycles(List<List<SliceName>> cycles) {
    return cycles.stream().map(JsonText::array).collect(joining(", ", "[", "]"));
  }

  private static String array(Collection<SliceName> names) {
    return names.stream().map(JsonText::quoted).collect(joining(", ", "[", "]"));
  }

  private static String quoted(SliceName name) {
    return '"' + name.value() + '"';
  }
}
