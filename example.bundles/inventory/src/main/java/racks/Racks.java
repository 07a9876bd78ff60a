package racks;

import hotshoe.inventory.InventoryBuilder;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Adds the rows of one file to an inventory. */
final class Racks {

  private final InventoryBuilder inventory;
  private final Path file;
  private final String hostColumn;
  private final String groupColumn;

  Racks(InventoryBuilder inventory, Map<String, Object> options, Path file) {
    this.inventory = inventory;
    this.file = file;
    this.hostColumn = (String) options.get("host_column");
    this.groupColumn = (String) options.get("group_column");
  }

  void add(List<?> rows) {
    List<?> names = (List<?>) rows.get(0);
    int host = names.indexOf(hostColumn);
    if (host < 0) {
      throw new ProblemException(
          Problem.error("HS-RACKS-002", "there is no column '" + hostColumn + "'")
              .at(file + ":1")
              .because("the columns are " + names)
              .advising("set host_column to one of them"));
    }
    for (int line = 1; line < rows.size(); line++) {
      // whoever asks where a value comes from is told this line
      inventory.at(line + 1);
      add(names, (List<?>) rows.get(line), host);
    }
  }

  private void add(List<?> names, List<?> row, int host) {
    if (row.size() <= host || row.get(host).toString().isBlank()) {
      return;
    }
    String name = row.get(host).toString();
    inventory.addHost(name);
    for (int column = 0; column < Math.min(row.size(), names.size()); column++) {
      String variable = names.get(column).toString();
      Object value = row.get(column);
      if (variable.equals(groupColumn)) {
        inventory.addChild(inventory.addGroup(groupColumn + "_" + value), name);
      } else if (column != host) {
        inventory.setVariable(name, variable, value);
      }
    }
  }
}
