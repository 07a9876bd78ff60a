package hotshoe.inventory.named;

import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.LayeredValue;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.PluginOption;
import hotshoe.operation.Parameter;
import hotshoe.problem.Problem;
import hotshoe.type.JsonSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations answer, in forms that every door can carry. */
public final class Told {

  /** So many names of one kind are in an answer at most. */
  static final int MOST = 1000;

  private Told() {}

  /** How one inventory is. */
  public record State(
      String name,
      String state,
      long version,
      Optional<OffsetDateTime> read,
      Optional<OffsetDateTime> failed,
      int hosts,
      int groups,
      int additions,
      @Parameter(description = "What it is read from.") List<String> sources,
      List<String> problems) {

    static State of(NamedInventory it) {
      return new State(
          it.name(),
          it.state().name(),
          it.version(),
          it.read().map(Told::moment),
          it.failed().map(Told::moment),
          it.hosts(),
          it.groups(),
          it.additions(),
          it.definition().sources(),
          it.problems().stream().map(Problem::sentence).limit(MOST).toList());
    }
  }

  /** A source that was read, and by which plugin. */
  public record Source(String source, String plugin) {}

  /** One page of hosts. */
  public record Hosts(
      @Parameter(description = "How many there are in all.") int total,
      List<OneHost> hosts,
      List<String> warnings) {}

  /** A host. */
  public record OneHost(
      String name,
      List<String> groups,
      @Parameter(description = "Empty unless they are asked for.") Map<String, Object> variables) {}

  /** One of the values that were given for a variable, the weakest first. */
  public record Layer(
      String layer,
      String entity,
      String source,
      int line,
      Object value,
      @Parameter(description = "Whether it is the strongest.") boolean holds) {

    static Layer of(LayeredValue it, boolean holds) {
      return new Layer(
          it.layer().word(),
          it.entity(),
          it.origin().source(),
          it.origin().line(),
          PlainValues.of(it.value()),
          holds);
    }
  }

  /** What became different; of each list the first thousand. */
  public record Change(
      String inventory, long version, OffsetDateTime time, Part hosts, Part groups) {

    static Change of(InventoryChange it) {
      return new Change(
          it.inventory(),
          it.version(),
          moment(it.time()),
          Part.of(it.hosts()),
          Part.of(it.groups()));
    }
  }

  /** What became of hosts, or of groups. */
  public record Part(
      int addedInAll,
      int removedInAll,
      int changedInAll,
      List<String> added,
      List<String> removed,
      List<Changed> changed) {

    static Part of(InventoryChange.Part it) {
      return new Part(
          it.added().size(),
          it.removed().size(),
          it.changed().size(),
          it.added().stream().limit(MOST).toList(),
          it.removed().stream().limit(MOST).toList(),
          it.changed().stream().limit(MOST).map(Changed::of).toList());
    }
  }

  /** A host or group that is not what it was. */
  public record Changed(
      String name, List<String> variables, List<String> joined, List<String> left) {

    static Changed of(InventoryChange.Changed it) {
      return new Changed(it.name(), it.variables(), it.joined(), it.left());
    }
  }

  /** A plugin. */
  public record Plugin(String name, String description, List<String> options) {

    static Plugin of(InventoryPlugin it) {
      return new Plugin(
          it.name(),
          it.description(),
          it.options().stream().map(option -> option.field().name()).toList());
    }
  }

  /** An option of a plugin (row AN-52). */
  public record Option(
      String name,
      String description,
      @Parameter(description = "A schema, as JSON Schema has it.") Object type,
      boolean required,
      @Parameter(description = "As JSON; empty where there is none.") String usually,
      List<String> aliases,
      List<String> environment,
      @Parameter(description = "Places in the configuration file, as SECTION.KEY.")
          List<String> file) {

    static Option of(PluginOption it) {
      return new Option(
          it.field().name(),
          it.field().description(),
          JsonSchema.of(it.field().type()),
          it.field().isRequired(),
          it.field().defaultValue().map(Told::json).orElse(""),
          it.aliases(),
          it.environment(),
          it.file().stream().map(key -> key.section() + "." + key.key()).toList());
    }
  }

  private static String json(Object value) {
    return DefinitionFile.json(value);
  }

  private static OffsetDateTime moment(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
