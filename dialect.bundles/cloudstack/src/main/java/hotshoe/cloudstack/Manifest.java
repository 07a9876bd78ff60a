package hotshoe.cloudstack;

import hotshoe.archive.Requirement;
import hotshoe.cloudstack.confinement.Declared;
import hotshoe.cloudstack.network.DeclaredServices;
import hotshoe.extension.ExtensionName;
import hotshoe.process.Confinement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * What a manifest says, once everything in it is known to be in order.
 *
 * @param name the name of the extension's folder
 * @param version its version
 * @param given all of it in canonical form
 * @param entrypoint the program's name in the archive
 * @param enabled whether it runs as soon as it is installed
 * @param needs what the resolver is asked for
 * @param actions its custom actions in canonical form
 */
public record Manifest(
    ExtensionName name,
    Version version,
    Given given,
    String entrypoint,
    boolean enabled,
    List<Requirement> needs,
    List<Given> actions) {

  /** What people see. */
  public String title() {
    return given.text("metadata", "displayName");
  }

  /** What it is for. */
  public String description() {
    return given.text("metadata", "description").strip();
  }

  /** Whether it runs instances. */
  public boolean isOrchestrator() {
    return given.text("spec", "type").equals(ManifestType.ORCHESTRATOR);
  }

  /** Whether {@code prepare} runs before the first start of an instance. */
  public boolean requiresPrepare() {
    return given.flag("spec", "orchestrator", "requiresPrepareVm");
  }

  /**
   * Whether the entrypoint is told deploy, as documented at home, and not create, as done there.
   */
  boolean wantsDeploy() {
    return given.text("spec", "orchestrator", "deployVerb").equals(Verb.DEPLOY);
  }

  /** What the entrypoint is given of the extension with each run (row CS-40). */
  public Map<String, String> details() {
    return given.texts("spec", "details");
  }

  /** What a NetworkOrchestrator says it can do (row CS-67). */
  DeclaredServices services() {
    return DeclaredServices.of(details());
  }

  /** What its processes may take and see. */
  Confinement confinement() {
    return Declared.of(given.find("spec", "limits"), given.find("spec", "sandbox"));
  }

  /** Its custom actions; an orchestrator's act on instances when they do not say on what. */
  public List<Action> parsedActions() {
    String usual = isOrchestrator() ? Action.RESOURCE_TYPES.get(0) : "";
    return actions.stream().map(action -> Action.of(action, usual)).toList();
  }

  /** What kind of extension it is. */
  public String type() {
    return given.text("spec", "type");
  }

  /** What is never shown, nor given to the entrypoint (row CS-13). */
  public Optional<String> reservedDetails() {
    return given.optional("spec", "reservedresourcedetails");
  }

  /** Whether it says if it is enabled. */
  boolean saysEnabled() {
    return given.find("enabled").isPresent() || given.find("spec", "enabled").isPresent();
  }
}
