package hotshoe.inventory.named;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.format.Address;
import hotshoe.inventory.pattern.LimitFiles;
import hotshoe.inventory.pattern.Selector;
import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The hosts of one inventory for who asks by name or pattern.
 *
 * @param name the name of the inventory
 * @param inventory the inventory
 */
record Hosts(String name, Inventory inventory) {

  private static final int SEARCHED = 10_000;

  /** What begins with this sign, at the beginning or behind a separator, names a file. */
  private static final Pattern LIMIT_FILE = Pattern.compile("(^|[,:\\s\\[\\]])@");

  /**
   * Which of many hosts to show, and how.
   *
   * @param offset how many to pass over
   * @param count how many to show at most
   * @param hasVariables whether variables are shown
   */
  record Page(int offset, int count, boolean hasVariables) {}

  static Hosts of(String name, Inventory inventory) {
    return new Hosts(name, inventory);
  }

  /** The host of this name, an implicit localhost as well. */
  Host one(String host) {
    return inventory
        .host(host)
        .or(() -> inventory.implicitLocalhost(host))
        .orElseThrow(
            () ->
                NamedProblems.host(
                    name,
                    host,
                    inventory.hosts().stream().map(Host::name).limit(SEARCHED).toList()));
  }

  Map<String, Object> shown(Host host) {
    return PlainValues.map(inventory.variables(host));
  }

  Told.Hosts page(String pattern, String limit, Page page) {
    if (LIMIT_FILE.matcher(limit).find()) {
      throw NamedProblems.limitFile();
    }
    Selector selector = new Selector(inventory, Selector.Mismatch.WARNING, Address::isOne);
    List<Host> all =
        limit.isEmpty()
            ? selector.select(pattern)
            : selector.select(pattern, limit, new LimitFiles(Path.of("/")));
    return new Told.Hosts(
        all.size(),
        all.stream().skip(page.offset()).limit(page.count()).map(h -> told(h, page)).toList(),
        selector.warnings().stream().map(Problem::sentence).toList());
  }

  private Told.OneHost told(Host host, Page page) {
    return new Told.OneHost(
        host.name(),
        host.allGroups().stream().map(Group::name).toList(),
        page.hasVariables() ? shown(host) : Map.of());
  }
}
