package hotshoe.core.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceGraph;
import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartOrderTest {

  @Test
  @Proves("INM-14")
  void thePublishedGraphComesOutInThePublishedOrder() {
    assertEquals(PublishedGraph.ORDER, order(PublishedGraph.core()));
  }

  @Test
  @Proves("INM-14")
  void theUserInterfaceGoesBetweenUserAndTransport() {
    List<String> expected = new ArrayList<>(PublishedGraph.ORDER);
    expected.add(expected.indexOf("core.transport"), "ui.ui");

    assertEquals(expected, order(PublishedGraph.withUserInterface()));
  }

  @Test
  @Proves({"INM-14", "INM-16"})
  void theSmallSetOrdersWithoutItsDatabase() {
    List<SliceDescription> slices =
        new ArrayList<>(
            PublishedGraph.core().stream()
                .filter(
                    it ->
                        Set.of(
                                "core.server",
                                "core.scheduler_manager",
                                "core.autostarted_agent_manager",
                                "core.transport")
                            .contains(it.name().value()))
                .toList());
    slices.add(slice("testplugin.testslice", "core.server", "core.scheduler_manager"));

    SliceGraph graph = StartOrder.of(slices);

    assertEquals(
        List.of(
            "core.scheduler_manager",
            "core.server",
            "core.autostarted_agent_manager",
            "core.transport",
            "testplugin.testslice"),
        texts(graph.order()));
    assertTrue(texts(graph.missing()).contains("core.database"));
  }

  @Test
  @Proves("INM-14")
  void theOrderDoesNotDependOnTheRegistrationOrder() {
    List<SliceDescription> slices = new ArrayList<>(PublishedGraph.withUserInterface());
    List<String> expected = order(slices);
    Random random = new Random(14);
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(slices, random);
      assertEquals(expected, order(slices));
    }
  }

  @Test
  @Proves("INM-15")
  void aSliceComesBeforeTheOneItSaysItIsDependedOnBy() {
    assertEquals(List.of("t.z", "t.a"), order(List.of(slice("t.a"), before("t.z", "t.a"))));
  }

  @Test
  @Proves("INM-16")
  void aMissingSliceTransmitsOrder() {
    SliceGraph graph =
        StartOrder.of(List.of(slice("t.a", "t.missing"), before("t.z", "t.missing")));

    assertEquals(List.of("t.z", "t.a"), texts(graph.order()));
    assertEquals(List.of("t.missing"), texts(graph.missing()));
    assertEquals(List.of(), graph.cycles());
  }

  @ParameterizedTest
  @Proves("INM-17")
  @CsvSource({
    "a>b>c>a, b c a",
    "a>b>c>d>b, c d b",
    "x>a>a, a",
    "z>m>b>z, z m b",
    "a>a, a",
  })
  void aCycleIsListedFromTheNameAfterTheEntry(String edges, String members) {
    SliceGraph graph = StartOrder.of(chain(edges));

    assertEquals(List.of(names(members)), graph.cycles().stream().map(this::texts).toList());
  }

  @Test
  @Proves("INM-17")
  void whoeverIsOnNoCycleKeepsItsPlace() {
    SliceGraph graph = StartOrder.of(chain("a>b>c>d>b"));

    assertEquals(List.of("t.a"), texts(graph.order()));
  }

  @Test
  @Proves("INM-17")
  void twoKnotsAreTwoCycles() {
    List<SliceDescription> slices = new ArrayList<>(chain("a>b>a"));
    slices.addAll(chain("m>n>o>m"));

    assertEquals(
        List.of(names("b a"), names("n o m")),
        StartOrder.of(slices).cycles().stream().map(this::texts).toList());
  }

  @Test
  @Proves("INM-17")
  void aMemberThatTheSearchPassedByIsListedWithACycleOfItsOwn() {
    // The search meets a > b > a; c lies on a > c > b > a only.
    SliceGraph graph =
        StartOrder.of(
            List.of(slice("t.a", "t.b", "t.c"), slice("t.b", "t.a"), slice("t.c", "t.b")));

    assertEquals(
        List.of(names("b a"), names("b a c")), graph.cycles().stream().map(this::texts).toList());
    assertEquals(List.of(), graph.order());
  }

  @Test
  void everyMemberOfATightKnotIsListed() {
    List<SliceDescription> slices =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    slice(
                        number(i),
                        IntStream.range(0, 300).mapToObj(this::number).toArray(String[]::new)))
            .toList();

    SliceGraph graph = StartOrder.of(slices);

    Set<SliceName> members = new HashSet<>();
    graph.cycles().forEach(members::addAll);
    assertEquals(300, members.size());
    assertEquals(List.of(), graph.order());
  }

  @ParameterizedTest
  @Proves("INM-18")
  @CsvSource({"5000", "100000"})
  void aLongChainDoesNotOverflow(int length) {
    List<SliceDescription> slices =
        IntStream.range(0, length)
            .mapToObj(i -> i == 0 ? slice(number(0)) : slice(number(i), number(i - 1)))
            .toList();

    // Visited from the end that depends on everything: the names sort the other way round.
    List<SliceName> order = StartOrder.of(slices).order();

    assertEquals(number(0), order.get(0).value());
    assertEquals(number(length - 1), order.get(length - 1).value());
  }

  @Test
  @Proves({"INM-17", "INM-18"})
  void aLongCycleDoesNotOverflow() {
    List<SliceDescription> slices =
        IntStream.range(0, 100_000)
            .mapToObj(i -> slice(number(i), number((i + 1) % 100_000)))
            .toList();

    assertEquals(100_000, StartOrder.of(slices).cycles().get(0).size());
  }

  @Test
  @Proves("INM-14")
  void everyRandomGraphComesOutAsThePlainRecursionOrdersIt() {
    for (int seed = 0; seed < 300; seed++) {
      List<SliceDescription> slices = randomGraph(new Random(seed));
      assertEquals(Recursion.order(slices), order(slices), "seed " + seed);
    }
  }

  private List<SliceDescription> randomGraph(Random random) {
    int size = 1 + random.nextInt(30);
    List<Integer> ranks = new ArrayList<>(IntStream.range(0, size * 2).boxed().toList());
    Collections.shuffle(ranks, random);
    List<SliceDescription> slices = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Set<SliceName> needs = new TreeSet<>();
      Set<SliceName> neededBy = new TreeSet<>();
      for (int j = 0; j < random.nextInt(5); j++) {
        int other = random.nextInt(size * 2);
        if (ranks.get(other) < ranks.get(i)) {
          needs.add(new SliceName(number(other)));
        } else if (ranks.get(other) > ranks.get(i)) {
          neededBy.add(new SliceName(number(other)));
        }
      }
      slices.add(
          new SliceDescription(
              new SliceName(number(i)),
              new TreeSet<>(needs),
              new TreeSet<>(neededBy),
              Optional.empty()));
    }
    return slices;
  }

  /** The published algorithm as it is told, for graphs without cycles. */
  private static final class Recursion {

    private final Map<SliceName, TreeSet<SliceName>> before = new java.util.TreeMap<>();
    private final List<String> order = new ArrayList<>();
    private final Set<SliceName> seen = new HashSet<>();

    static List<String> order(List<SliceDescription> slices) {
      Recursion recursion = new Recursion();
      Set<String> present = new HashSet<>();
      for (SliceDescription slice : slices) {
        present.add(slice.name().value());
        recursion.of(slice.name()).addAll(slice.dependsOn());
        slice.dependedOnBy().forEach(later -> recursion.of(later).add(slice.name()));
      }
      List.copyOf(recursion.before.keySet()).forEach(recursion::visit);
      recursion.order.retainAll(present);
      return recursion.order;
    }

    private TreeSet<SliceName> of(SliceName name) {
      return before.computeIfAbsent(name, it -> new TreeSet<>());
    }

    private void visit(SliceName name) {
      if (seen.add(name)) {
        before.getOrDefault(name, new TreeSet<>()).forEach(this::visit);
        order.add(name.value());
      }
    }
  }

  private String number(int i) {
    return "t.s%06d".formatted(999_999 - i);
  }

  private List<String> order(List<SliceDescription> slices) {
    return texts(StartOrder.of(slices).order());
  }

  private List<String> texts(java.util.Collection<SliceName> names) {
    return names.stream().map(SliceName::value).toList();
  }

  private static List<String> names(String letters) {
    return Stream.of(letters.split(" ")).map(letter -> "t." + letter).toList();
  }

  /** {@code a>b>c} are three slices, each depending on the next. */
  private static List<SliceDescription> chain(String edges) {
    String[] letters = edges.split(">");
    Map<String, List<String>> needs = new java.util.LinkedHashMap<>();
    for (int i = 0; i < letters.length - 1; i++) {
      needs.computeIfAbsent(letters[i], it -> new ArrayList<>()).add("t." + letters[i + 1]);
    }
    return needs.entrySet().stream()
        .map(it -> slice("t." + it.getKey(), it.getValue().toArray(String[]::new)))
        .toList();
  }

  private static SliceDescription slice(String name, String... needs) {
    return new SliceDescription(new SliceName(name), set(needs), new TreeSet<>(), Optional.empty());
  }

  private static SliceDescription before(String name, String... neededBy) {
    return new SliceDescription(
        new SliceName(name), new TreeSet<>(), set(neededBy), Optional.empty());
  }

  private static TreeSet<SliceName> set(String... names) {
    return Arrays.stream(names).map(SliceName::new).collect(Collectors.toCollection(TreeSet::new));
  }
}
