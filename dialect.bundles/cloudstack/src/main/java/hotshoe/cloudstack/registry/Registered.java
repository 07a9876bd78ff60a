package hotshoe.cloudstack.registry;

import hotshoe.cloudstack.Manifest;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;

/**
 * An installed extension of CloudStack, with what its manifest says.
 *
 * @param extension as it stands
 * @param manifest what it says
 * @param byHand whether its archive was written here, so that it can be changed here
 */
record Registered(Extension extension, Manifest manifest, boolean byHand) {

  static final String ENABLED = "Enabled";
  static final String DISABLED = "Disabled";

  /** What an archive's origin begins with that lies in the deploy folder. */
  private static final String DEPLOYED = "deploy/";

  ExtensionName name() {
    return extension.name();
  }

  /** The name as its author wrote it. */
  String writtenName() {
    return manifest.given().text("metadata", "name");
  }

  String state() {
    return extension.state() == ExtensionState.DISABLED ? DISABLED : ENABLED;
  }

  /** Its program, as CloudStack has it: with the folder of the extension. */
  String path() {
    return extension.name() + "/" + manifest.entrypoint();
  }

  /**
   * Whether somebody made or installed it; what lies in the deploy folder came with the machine.
   */
  boolean isUserDefined() {
    return !extension.origin().startsWith(DEPLOYED);
  }
}
