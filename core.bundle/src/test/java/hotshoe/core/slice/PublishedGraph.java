package hotshoe.core.slice;

import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The published graph of 20 slices, and the one of the user interface beside it. */
final class PublishedGraph {

  static final List<String> ORDER =
      List.of(
          "core.database",
          "core.scheduler_manager",
          "core.compiler",
          "core.server",
          "core.autostarted_agent_manager",
          "core.file",
          "core.code",
          "core.dryrun",
          "core.resource",
          "core.orchestration",
          "core.environment",
          "core.environment-metrics",
          "core.feature",
          "core.graphql",
          "core.metrics",
          "core.notification",
          "core.parameters",
          "core.project",
          "core.user",
          "core.transport");

  private PublishedGraph() {}

  static List<SliceDescription> core() {
    return withUserInterface().stream()
        .filter(it -> it.name().value().startsWith("core."))
        .toList();
  }

  static List<SliceDescription> withUserInterface() {
    try (InputStream file = PublishedGraph.class.getResourceAsStream("published-slices.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(PublishedGraph::slice)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SliceDescription slice(String line) {
    String[] parts = line.split("[<>]", -1);
    return new SliceDescription(
        new SliceName(parts[0].trim()), names(parts[1]), names(parts[2]), Optional.empty());
  }

  private static SortedSet<SliceName> names(String text) {
    return Arrays.stream(text.trim().split(" "))
        .filter(name -> !name.isEmpty())
        .map(SliceName::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
