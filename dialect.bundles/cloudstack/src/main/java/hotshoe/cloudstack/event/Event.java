package hotshoe.cloudstack.event;

/** What can happen to extensions, as CloudStack calls it (row CS-68). */
public enum Event {
  /** An extension was made or imported. */
  EXTENSION_CREATE("EXTENSION.CREATE"),
  /** An extension was changed, enabled or disabled. */
  EXTENSION_UPDATE("EXTENSION.UPDATE"),
  /** An extension was deleted. */
  EXTENSION_DELETE("EXTENSION.DELETE"),
  /** A resource was mapped to an extension. */
  RESOURCE_REGISTER("EXTENSION.RESOURCE.REGISTER"),
  /** A mapping was changed. */
  RESOURCE_UPDATE("EXTENSION.RESOURCE.UPDATE"),
  /** A mapping was removed. */
  RESOURCE_UNREGISTER("EXTENSION.RESOURCE.UNREGISTER"),
  /** A custom action was added. */
  ACTION_ADD("EXTENSION.CUSTOM.ACTION.ADD"),
  /** A custom action was changed. */
  ACTION_UPDATE("EXTENSION.CUSTOM.ACTION.UPDATE"),
  /** A custom action was removed. */
  ACTION_DELETE("EXTENSION.CUSTOM.ACTION.DELETE"),
  /** A custom action was run. */
  ACTION_RUN("CUSTOM.ACTION");

  private final String word;

  Event(String word) {
    this.word = word;
  }

  /** The action of its entry in the audit. */
  public String word() {
    return word;
  }
}
