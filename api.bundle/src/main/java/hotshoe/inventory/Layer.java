package hotshoe.inventory;

/**
 * The layers of a host's variables from the weakest to the strongest (row AN-17); the first six can
 * be put into another order.
 */
public enum Layer {
  /** What sources say of {@code all}. */
  ALL_INVENTORY("all_inventory"),
  /** What sources say of other groups. */
  GROUPS_INVENTORY("groups_inventory"),
  /** Files {@code group_vars/all} beside the sources. */
  ALL_PLUGINS_INVENTORY("all_plugins_inventory"),
  /** Files {@code group_vars/all} beside the playbook. */
  ALL_PLUGINS_PLAY("all_plugins_play"),
  /** Files of other groups beside the sources. */
  GROUPS_PLUGINS_INVENTORY("groups_plugins_inventory"),
  /** Files of other groups beside the playbook. */
  GROUPS_PLUGINS_PLAY("groups_plugins_play"),
  /** What sources say of the host. */
  HOST_INVENTORY("host_inventory"),
  /** Files {@code host_vars} beside the sources. */
  HOST_PLUGINS_INVENTORY("host_plugins_inventory"),
  /** Files {@code host_vars} beside the playbook. */
  HOST_PLUGINS_PLAY("host_plugins_play"),
  /** Facts that were gathered before. */
  FACTS("facts"),
  /** What was given on the command line. */
  EXTRA("extra_vars");

  private final String word;

  Layer(String word) {
    this.word = word;
  }

  /** What settings and people call it. */
  public String word() {
    return word;
  }
}
