package hotshoe.inventory.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What somebody adds to an inventory beside its sources (row AN-12). */
public sealed interface Addition {

  /** The host that it is about. */
  String host();

  /**
   * A host with variables and groups; what is there already is added to.
   *
   * @param host its name
   * @param groups the groups it comes into
   * @param variables what is set of it
   */
  record OfHost(String host, List<String> groups, Map<String, Object> variables)
      implements Addition {
    public OfHost {
      Objects.requireNonNull(host, "host");
      groups = List.copyOf(groups);
      variables = Map.copyOf(variables);
    }
  }

  /**
   * A host that is put into a group, and that group into others.
   *
   * @param host the name of a host that is there
   * @param group the group
   * @param parents the groups above that one
   */
  record OfGroup(String host, String group, List<String> parents) implements Addition {
    public OfGroup {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(group, "group");
      parents = List.copyOf(parents);
    }
  }
}
