package hotshoe.core.operation;

import static hotshoe.core.operation.House.OPERATOR;
import static hotshoe.core.operation.House.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Access.KeyAccess;
import hotshoe.core.fixture.LogLines;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Invocation;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.Parameter;
import hotshoe.type.Field;
import hotshoe.type.Ref;
import hotshoe.type.SecretText;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations that are annotated methods. */
final class MethodsTest {

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(folder);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  /** How loud. */
  public enum Level {
    QUIET,
    LOUD {
      @Override
      public String toString() {
        return "Very loud";
      }
    }
  }

  /** A part. */
  public record Line(
      @Parameter(name = "item_name") String item,
      @Parameter(minimum = 1, defaultValue = "3") int count,
      Optional<Level> level) {}

  /** Takes one value of every type. */
  public static final class Books implements OperationComponent {

    /** Returns what it got, in words. */
    @Operation(description = "Takes everything.", roles = "vm-operator")
    public String everything(
        Invocation call,
        @Parameter(name = "text") String text,
        @Parameter(name = "small") int small,
        @Parameter(name = "big") long big,
        @Parameter(name = "part") double part,
        @Parameter(name = "flag") boolean flag,
        @Parameter(name = "when") OffsetDateTime when,
        @Parameter(name = "level") Level level,
        @Parameter(name = "word") SecretText word,
        @Parameter(name = "vm") Ref vm,
        @Parameter(name = "maybe") Optional<Integer> maybe,
        @Parameter(name = "lines") List<Line> lines,
        @Parameter(name = "tags") Set<Level> tags,
        @Parameter(name = "counts") Map<String, Integer> counts) {
      int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
      return call.caller().name()
          + text
          + small
          + big
          + part
          + flag
          + when
          + level.name()
          + word.reveal()
          + vm
          + maybe.map(n -> n + 1)
          + lines.get(0).item()
          + lines.get(0).count()
          + lines.get(0).level().map(Level::name)
          + tags.contains(Level.LOUD)
          + sum;
    }

    /** Everything that an annotation can say. */
    @Operation(
        name = "say all",
        title = "Say all",
        description = "Says all.",
        roles = {"vm-operator", "vm-admin"},
        resourceKind = "VirtualMachine",
        limit = 7,
        traits = OperationDescription.Trait.READ_ONLY,
        errors = "FULL: when there is no room",
        since = "1.0",
        deprecated = "1.4: use everything",
        success = "ok",
        failure = "no")
    public void all(
        @Parameter(
                name = "colour",
                choices = {"red", "green"},
                defaultValue = "red")
            String colour,
        @Parameter(name = "mail", format = TextFormat.EMAIL, roles = "pool-admin") String mail,
        @Parameter(name = "days", minimum = 1, maximum = 365) int days) {}

    /** Gives a record back. */
    @Operation(description = "Gives a line.", roles = "vm-operator")
    public List<Line> lines() {
      return List.of(new Line("a", 2, Optional.of(Level.LOUD)));
    }

    /** Fails as declared. */
    @Operation(description = "Fails.", roles = "vm-operator", errors = "FULL: no room")
    public void fail() throws OperationFailure {
      throw new OperationFailure("FULL", "no room");
    }

    /** Cannot be an operation. */
    @Operation(description = "Takes a thread.", roles = "vm-operator")
    public void bad(@Parameter(name = "thread") Thread thread) {}

    /** Cannot be one either. */
    @Operation(description = "Default out of bounds.", roles = "vm-operator")
    public void worse(@Parameter(name = "n", maximum = 3, defaultValue = "4") int n) {}
  }

  private Field field(String operation, String name) {
    return house.operations.find(operation).orElseThrow().parameters().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyJavaTypeArrivesAsItself() throws Exception {
    house.component("books", new Books());
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("text", "t");
    given.put("small", 1);
    given.put("big", Long.MAX_VALUE);
    given.put("part", 0.5);
    given.put("flag", true);
    given.put("when", "2026-01-02T03:04:05+01:00");
    given.put("level", "LOUD");
    given.put("word", "pw");
    given.put("vm", new Ref("VirtualMachine", "i-1"));
    given.put("maybe", 41);
    given.put("lines", List.of(Map.of("item_name", "nail")));
    given.put("tags", List.of("QUIET", "LOUD"));
    given.put("counts", Map.of("a", 1, "b", 2));
    assertEquals(
        "olgat1"
            + Long.MAX_VALUE
            + "0.5true2026-01-02T03:04:05+01:00LOUDpwVirtualMachine:i-1"
            + "Optional[42]nail3Optional.emptytrue3",
        house
            .operations
            .call(CallRequest.of("books.everything", given).by(OPERATOR))
            .orElseThrow());
    given.put("small", 1L << 31);
    String told =
        told(house.operations.call(CallRequest.of("books.everything", given).by(OPERATOR)));
    assertTrue(told.contains("small: 2147483648 is above the maximum 2147483647"), told);
  }

  @Test
  void recordsComeBackAsFields() throws Exception {
    house.component("books", new Books());
    assertEquals(
        List.of(Map.of("item_name", "a", "count", 2L, "level", Optional.of("LOUD"))),
        house.operations.call("books.lines", Map.of()));
    assertEquals(
        "[{\"item_name\":\"a\",\"count\":2,\"level\":\"LOUD\"}]", house.runs.results.get(0));
  }

  @Test
  void theAnnotationSaysAll() throws Exception {
    house.component("books", new Books());
    OperationDescription all = house.operations.find("say all").orElseThrow();
    assertEquals("books.say all", all.name().toString());
    assertEquals("Say all", all.title());
    assertEquals(Set.of("vm-operator", "vm-admin"), all.access().anyOf());
    assertEquals(List.of(new KeyAccess("mail", "", Set.of("pool-admin"))), all.access().keys());
    assertEquals(Optional.of("VirtualMachine"), all.resourceKind());
    assertEquals(Optional.of(Duration.ofSeconds(7)), all.limit());
    assertEquals(Set.of(OperationDescription.Trait.READ_ONLY), all.traits());
    assertEquals("FULL", all.errors().get(0).code());
    assertEquals("when there is no room", all.errors().get(0).description());
    assertEquals(
        new OperationDescription.Lifecycle("1.0", "1.4", "", "use everything"), all.lifecycle());
    assertEquals(Type.nothing(), all.result());
    assertEquals(Optional.of("red"), field("say all", "colour").defaultValue());
    assertEquals(Type.text(TextFormat.EMAIL), field("say all", "mail").type());
    assertEquals(Type.integer(1, 365), field("say all", "days").type());
    Type.Choice level = (Type.Choice) field("everything", "level").type();
    assertEquals("Very loud", level.items().get(1).label());
  }

  @Test
  void whatAMethodThrowsComesOutAsItIs() throws Exception {
    house.component("books", new Books());
    String told = told(house.operations.call(CallRequest.of("books.fail", Map.of()).by(OPERATOR)));
    assertTrue(told.contains("HS-OPERATION-018") && told.contains("no room"), told);
  }

  @Test
  void aMethodThatCannotBeOneIsLeftOutAlone() throws Exception {
    try (LogLines log = LogLines.of(Offers.class)) {
      house.component("books", new Books());
      assertEquals(1, log.containing("Books.bad"), log.lines().toString());
      assertEquals(1, log.containing("Books.worse"), log.lines().toString());
    }
    assertEquals(
        List.of("books.everything", "books.fail", "books.lines", "books.say all"), house.names());
    assertFalse(house.operations.find("books.bad").isPresent());
  }
}
