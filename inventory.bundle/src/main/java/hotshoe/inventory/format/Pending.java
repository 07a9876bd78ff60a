package hotshoe.inventory.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups that an INI file names before it declares them. */
final class Pending {

  /** Why a group is waited for. */
  enum Kind {
    CHILD,
    VARIABLES
  }

  /** Where it was named first, and the groups it will be below. */
  record Wait(int line, Kind kind, List<String> parents) {}

  private final Map<String, Wait> waits = new LinkedHashMap<>();

  boolean contains(String group) {
    return waits.containsKey(group);
  }

  void variables(String group, int line) {
    waits.putIfAbsent(group, new Wait(line, Kind.VARIABLES, List.of()));
  }

  /** Answers false where its variables are waited for already, which fails at home. */
  boolean child(String parent, String group, int line) {
    Wait wait = waits.computeIfAbsent(group, name -> new Wait(line, Kind.CHILD, new ArrayList<>()));
    if (wait.kind() == Kind.CHILD) {
      wait.parents().add(parent);
    }
    return wait.kind() == Kind.CHILD;
  }

  /** It is declared now: nobody waits any more. */
  Optional<Wait> declared(String group) {
    return Optional.ofNullable(waits.remove(group));
  }

  boolean isChild(String group) {
    return waits.containsKey(group) && waits.get(group).kind() == Kind.CHILD;
  }

  /** The first that never came. */
  Optional<Map.Entry<String, Wait>> first() {
    return waits.entrySet().stream().findFirst();
  }
}
