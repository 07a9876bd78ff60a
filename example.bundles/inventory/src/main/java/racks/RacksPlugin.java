package racks;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginCache;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Reads sources like this one: every line of the file is a host, every column a variable.
 *
 * <pre>
 * plugin: racks
 * file: racks.csv
 * group_column: rack
 * </pre>
 */
@Component
public final class RacksPlugin implements InventoryPlugin {

  private static final PluginOption FILE =
      PluginOption.of(
          Field.required(
              "file", Type.text(), "The CSV file; a relative path starts at the source's folder."));

  private static final PluginOption HOST_COLUMN =
      PluginOption.of(
          Field.defaulting("host_column", Type.text(), "host", "The column of the hosts' names."));

  /** May also come from the environment or from ansible.cfg. */
  private static final PluginOption GROUP_COLUMN =
      new PluginOption(
          Field.defaulting(
              "group_column", Type.text(), "", "A column whose values become groups, if any."),
          List.of("group_by"),
          List.of("RACKS_GROUP_COLUMN"),
          List.of(new FileKey("racks", "group_column")));

  @Override
  public String name() {
    return "racks";
  }

  @Override
  public String description() {
    return "Hosts from a CSV file, a group for each value of a column.";
  }

  @Override
  public List<PluginOption> options() {
    return Stream.of(List.of(FILE, HOST_COLUMN, GROUP_COLUMN), PluginCache.OPTIONS)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public boolean verify(InventorySource source, PluginContext context) {
    return source.isReadableFile() && List.of(".yml", ".yaml").contains(source.extension());
  }

  @Override
  public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
      throws IOException {
    Map<String, Object> options = context.configure(source);
    Path file = source.path().orElseThrow().resolveSibling((String) options.get("file"));
    List<?> rows = rows(file, context);
    new Racks(inventory, options, file).add(rows);
  }

  /** The rows as they are kept, or else as they are in the file. */
  private static List<?> rows(Path file, PluginContext context) throws IOException {
    Optional<Object> kept = context.cache().get();
    if (kept.isPresent() && kept.get() instanceof List<?> rows) {
      return rows;
    }
    String text = new String(context.bytes(file), StandardCharsets.UTF_8);
    List<List<String>> rows = new ArrayList<>();
    text.lines().map(Csv::fields).forEach(rows::add);
    if (rows.isEmpty()) {
      throw new ProblemException(
          Problem.error("HS-RACKS-001", "the file has no line with names")
              .at(file.toString())
              .advising("write the names of the columns into its first line"));
    }
    context.cache().put(rows);
    return rows;
  }
}
