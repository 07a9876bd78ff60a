package hotshoe.cloudstack;

/**
 * The properties of the components in the bundle of an extension. Those that begin with a dot are
 * seen by the components alone.
 */
final class Keys {

  /** The name of the extension. */
  static final String EXTENSION = "extension";

  /** What kind of extension it is. */
  static final String TYPE = "type";

  /** The program's name below the folder of the extension's files. */
  static final String ENTRYPOINT = "entrypoint";

  /** What the entrypoint is given of the extension, as JSON. */
  static final String DETAILS = ".details";

  /** The verb that the component is for. */
  static final String VERB = "verb";

  /** The command of a NetworkOrchestrator that the component is for. */
  static final String COMMAND = "command";

  /** Whether the verb prepares the instance before. */
  static final String PREPARE = "prepare";

  /** What the entrypoint is told instead of create, where it wants that. */
  static final String DEPLOY = "deploy";

  /** The custom action that the component is for. */
  static final String ACTION = "action";

  /** Whether the action can be run. */
  static final String ENABLED = "enabled";

  /** Seconds the action may take. */
  static final String TIMEOUT = "timeout";

  /** Who may run the action, as CloudStack calls them. */
  static final String ROLES = "roles";

  /** What the action acts on. */
  static final String RESOURCE_TYPE = "resourcetype";

  /** All of the action, as JSON. */
  static final String DESCRIPTION = ".action";

  private Keys() {}
}
