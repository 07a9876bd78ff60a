package hotshoe.cloudstack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The four roles of CloudStack beside those of Hotshoe (row CS-47). */
public final class HomeRoles {

  private HomeRoles() {}

  /** The highest first. */
  private static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put("Admin", "admin");
    table.put("ResourceAdmin", "resource-admin");
    table.put("DomainAdmin", "domain-admin");
    table.put("User", "user");
    return table;
  }

  /** As Hotshoe calls them. */
  public static Set<String> here(Collection<String> atHome) {
    Map<String, String> table = table();
    return atHome.stream().map(table::get).collect(Collectors.toSet());
  }

  /** What somebody with these roles would be at home. */
  static String highest(Set<String> here) {
    if (here.contains("pool-admin")) {
      return "Admin";
    }
    return table().entrySet().stream()
        .filter(entry -> here.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("User");
  }
}
