package hotshoe.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Document.Entry;
import hotshoe.archive.Document.Mapping;
import hotshoe.archive.Document.Node;
import hotshoe.archive.Document.Scalar;
import hotshoe.archive.Document.Sequence;
import hotshoe.problem.Problem;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** What manifests of every dialect ask of their host. */
class HostNeedsTest {

  private static final Type.Record MANIFEST = Type.record("Manifest", HostNeeds.field());

  private int line;

  @Test
  void everythingThatIsAskedForBecomesARequirement() {
    HostNeeds needs =
        asked(
            Map.of(
                "platform", "[4.20,5)",
                "extensions", List.of(Map.of("name", "hello", "version", "1.2"), named("other")),
                "interpreters",
                    List.of(Map.of("language", "python", "version", ">=3.9,!=3.11.*"))));
    assertEquals(List.of(), needs.problems());
    assertEquals(
        List.of(
            new Requirement("hotshoe.platform", "(&(platform=mine)(version>=4.20)(!(version>=5)))"),
            new Requirement("hotshoe.extension", "(&(name=hello)(version>=1.2))"),
            new Requirement("hotshoe.extension", "(&(name=other))"),
            new Requirement(
                "hotshoe.interpreter",
                "(&(language=python)(version>=3.9)" + "(!(&(version>=3.11)(!(version>=3.12)))))")),
        needs.requirements());
  }

  @Test
  void systemsAndProcessorsAreAskedForUnderEveryNameThatAFrameworkMayGiveThem()
      throws InvalidSyntaxException {
    List<Requirement> asked =
        asked(Map.of("os", List.of("linux", "macos"), "architecture", List.of("x86_64")))
            .requirements();
    assertEquals("osgi.native", asked.get(0).namespace());
    assertTrue(meets(asked.get(0), "osgi.native.osname", "Linux"));
    assertTrue(meets(asked.get(0), "osgi.native.osname", "Mac OS X", "macosx"));
    assertFalse(meets(asked.get(0), "osgi.native.osname", "Windows10", "win32"));
    assertTrue(meets(asked.get(1), "osgi.native.processor", "AMD64"));
    assertFalse(meets(asked.get(1), "osgi.native.processor", "aarch64", "AArch64"));
  }

  @Test
  void whatCannotBeAskedForIsToldWithItsPlace() {
    HostNeeds needs =
        asked(
            Map.of(
                "platform",
                "four",
                "extensions",
                List.of(named("a"), Map.of("name", "b", "version", ">=x"))));
    assertEquals(
        List.of(
            "HS-MANIFEST-014: requires.platform cannot be asked for: 'four' is not a version such"
                + " as 4.23.0 (x:2:1); correct it and pack the archive again",
            "HS-MANIFEST-014: requires.extensions[1].version cannot be asked for: '>=x': a version"
                + " is one to three numbers, such as 3.9 or 3.9.* (x:5:1); correct it and pack the"
                + " archive again"),
        needs.problems().stream().map(Problem::sentence).toList());
    assertEquals(1, needs.requirements().size());
  }

  @Test
  void namesThatNoFilterCouldHoldAreFaults() {
    Object asked =
        Map.of(
            "extensions", List.of(named("*)(x=")),
            "interpreters", List.of(Map.of("language", "Py thon")),
            "os", List.of("beos"));
    DocumentCheck.Faulty faulty =
        assertInstanceOf(DocumentCheck.Faulty.class, check(document(asked)));
    assertEquals(3, faulty.problems().size(), faulty::toString);
  }

  @Test
  void aLanguageWithItsVersionsIsAskedForAndOneAloneIsNot() {
    assertEquals(
        Optional.of("(&(language=python)(version>=3.9))"), language("Python3.9").map(this::filter));
    assertEquals(
        Optional.of("(&(language=python)(version>=3.6)(!(version>=4)))"),
        language("python >=3.6, <4").map(this::filter));
    assertEquals(
        Optional.of("(&(language=node)(version>=18)(!(version>=21)))"),
        language(" node [18,21)").map(this::filter));
    for (String words : List.of("python", "", "Bash and jq", "C#", "9", "x".repeat(10_000))) {
      assertEquals(Optional.empty(), language(words));
    }
    assertThrows(IllegalArgumentException.class, () -> language("python 3..9"));
    assertThrows(IllegalArgumentException.class, () -> language("python >=3.9,<"));
  }

  private String filter(Requirement requirement) {
    return requirement.filter();
  }

  private static Optional<Requirement> language(String words) {
    return HostNeeds.language(words);
  }

  private HostNeeds asked(Object asked) {
    Document document = document(asked);
    DocumentCheck.Fits fits = assertInstanceOf(DocumentCheck.Fits.class, check(document));
    Map<?, ?> value = (Map<?, ?>) ((Optional<?>) fits.value().get("requires")).orElseThrow();
    return HostNeeds.of("mine", document, "requires", value);
  }

  private static DocumentCheck.Outcome check(Document document) {
    return DocumentCheck.check(document, MANIFEST, DocumentCheck.Texts.AS_WRITTEN);
  }

  private static Map<String, String> named(String name) {
    return Map.of("name", name);
  }

  private static boolean meets(Requirement requirement, String attribute, String... names)
      throws InvalidSyntaxException {
    return FrameworkUtil.createFilter(requirement.filter())
        .matches(Map.of(attribute, List.of(names)));
  }

  private Document document(Object asked) {
    line = 0;
    return new Document("x", node(Map.of("requires", asked)));
  }

  /** Every key and value on a line of its own, keys sorted. */
  private Node node(Object plain) {
    if (plain instanceof Map<?, ?> map) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      map.keySet().stream()
          .map(String.class::cast)
          .sorted(java.util.Comparator.reverseOrder())
          .forEach(key -> entries.put(key, new Entry(next(), node(map.get(key)))));
      return new Mapping(new Position(line, 1), entries);
    }
    if (plain instanceof List<?> list) {
      List<Node> items = new ArrayList<>();
      list.forEach(item -> items.add(node(item)));
      return new Sequence(new Position(line, 1), items);
    }
    return new Scalar(new Position(line, 1), plain.toString(), plain);
  }

  private Position next() {
    line++;
    return new Position(line, 1);
  }
}
