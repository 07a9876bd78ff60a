package hotshoe.shell;

import hotshoe.extension.ExtensionName;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The graph of twenty slices that the specification publishes, in its published order. */
public final class Twenty {

  private static final String PUBLISHED =
      """
      database:
      scheduler_manager: database
      compiler: database
      server: database compiler
      autostarted_agent_manager: server database scheduler_manager
      file: database
      code: file database
      dryrun: database scheduler_manager autostarted_agent_manager
      resource: database scheduler_manager
      orchestration: resource scheduler_manager database
      environment: compiler server database autostarted_agent_manager orchestration resource \
      scheduler_manager
      environment-metrics: database
      feature:
      graphql: compiler
      metrics:
      notification: database compiler
      parameters: server database scheduler_manager
      project: database resource autostarted_agent_manager
      user: database
      transport: autostarted_agent_manager code compiler dryrun environment environment-metrics \
      feature file notification orchestration parameters project resource scheduler_manager server \
      user
      """;

  private Twenty() {}

  public static SliceGraph graph() {
    return graph("core", PUBLISHED);
  }

  /** Lines of {@code name: dependency dependency}, in start order. */
  public static SliceGraph graph(String extension, String lines) {
    List<SliceName> order = new ArrayList<>();
    Map<SliceName, SortedSet<SliceName>> dependencies = new HashMap<>();
    SortedSet<SliceName> missing = new TreeSet<>();
    for (String line : lines.strip().split("\n")) {
      String[] parts = line.split(":");
      SliceName name = new SliceName(extension + "." + parts[0].strip());
      order.add(name);
      SortedSet<SliceName> befores = names(extension, parts.length > 1 ? parts[1] : "");
      dependencies.put(name, befores);
      missing.addAll(befores);
    }
    order.forEach(missing::remove);
    missing.forEach(name -> dependencies.put(name, new TreeSet<>()));
    return new SliceGraph(order, dependencies, missing, List.of());
  }

  private static SortedSet<SliceName> names(String extension, String words) {
    return Arrays.stream(words.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> new SliceName(extension + "." + word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public static List<SliceReport> reports() {
    SliceGraph graph = graph();
    return graph.order().stream()
        .map(name -> report(name.value(), SliceState.ACTIVE, "", graph.dependencies().get(name)))
        .toList();
  }

  public static SliceReport report(
      String name, SliceState state, String cause, SortedSet<SliceName> dependsOn) {
    SliceName slice = new SliceName(name);
    return new SliceReport(
        new SliceDescription(slice, dependsOn, new TreeSet<>(), Optional.empty()),
        new ExtensionName(name.substring(0, name.lastIndexOf('.'))),
        state,
        cause,
        List.of(),
        new TreeSet<>(),
        Duration.ofMillis(1),
        Duration.ofMillis(12));
  }
}
