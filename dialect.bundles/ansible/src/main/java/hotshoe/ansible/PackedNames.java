package hotshoe.ansible;

import hotshoe.inventory.InventoryDefinition;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the inventories and plugins of an archive are called: an inventory as its extension, and
 * where there are several, as its extension and its folder.
 */
record PackedNames(Identity identity, Sources sources) {

  private static final int LONGEST = 64;

  /**
   * The inventories, each as its name, a blank, and its folder below that of the extension's files.
   */
  List<String> inventories() {
    List<String> inventories = new ArrayList<>();
    folders()
        .forEach(
            (name, folders) ->
                inventories.add(name + " " + identity.collection() + folders.get(0)));
    return inventories;
  }

  /** The plugins by the names that sources have for them. */
  List<String> plugins() {
    String before = identity.collection().isEmpty() ? "" : identity.name().value() + ".";
    return sources.plugins().stream().map(name -> before + name).toList();
  }

  /**
   * Refuses inventories that would have one name.
   *
   * @throws ProblemException that says which
   */
  void check(String origin) {
    folders()
        .forEach(
            (name, folders) -> {
              if (folders.size() > 1) {
                throw new ProblemException(AnsibleProblems.twins(origin, name, folders));
              }
            });
  }

  private Map<String, List<String>> folders() {
    Map<String, List<String>> byName = new TreeMap<>();
    for (String folder : sources.folders()) {
      boolean isOne = folder.equals(Sources.FOLDER) || folder.equals(Sources.FOLDERS);
      String inner = isOne ? "" : folder.substring(Sources.FOLDERS.length(), folder.length() - 1);
      byName.computeIfAbsent(name(inner), name -> new ArrayList<>()).add(folder);
    }
    if (byName.isEmpty() && sources.areAtTop()) {
      byName.put(name(""), List.of("."));
    }
    return byName;
  }

  private String name(String folder) {
    String whole = identity.name().value() + (folder.isEmpty() ? "" : "-" + folder);
    String safe = whole.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "_");
    String name = safe.substring(0, Math.min(safe.length(), LONGEST));
    if (!InventoryDefinition.isName(name)) {
      throw new IllegalStateException("not a name for an inventory: " + name);
    }
    return name;
  }
}
