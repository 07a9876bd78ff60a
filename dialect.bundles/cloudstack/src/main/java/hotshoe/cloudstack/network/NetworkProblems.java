package hotshoe.cloudstack.network;

import hotshoe.cloudstack.mapping.Places;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.type.Ref;
import java.util.List;

/** Everything that can be wrong with a NetworkOrchestrator beyond its manifest. */
public final class NetworkProblems {

  private NetworkProblems() {}

  static Problem unknownService(String name, String key) {
    String nearest = Nearest.to(name, NetworkService.words());
    return Problem.warning(
            "HS-CLOUDSTACK-090", "'" + shown(name) + "' in " + key + " is no service of CloudStack")
        .because("it is left out, and no command is offered for it")
        .advising(
            nearest.isEmpty()
                ? "write one of " + String.join(", ", NetworkService.words())
                : "write " + nearest + " if that is meant");
  }

  static Problem badCapabilities() {
    return Problem.error("HS-CLOUDSTACK-091", DeclaredServices.CAPABILITIES + " cannot be read")
        .because("it is no JSON object of services, each with an object of texts")
        .advising("write it as {\"Lb\": {\"SupportedProtocols\": \"tcp,udp\"}}");
  }

  static Problem nowhere(Resource resource) {
    return Problem.error(
            "HS-CLOUDSTACK-092", "it is not known on which physical network " + shown(resource))
        .because("neither it nor its VPC has the detail '" + Places.PHYSICAL_NETWORK + "'")
        .advising(
            "give it that detail, with the identifier of a resource of the kind PhysicalNetwork");
  }

  static Problem notMapped(ExtensionName extension, Ref physical) {
    return Problem.error("HS-CLOUDSTACK-093", extension + " does not serve " + physical)
        .because("it has not been mapped there")
        .advising(
            "cloudstack-map extension=" + extension + " resource=" + physical + " comes first");
  }

  static Problem unknown(Resource resource, String key, Ref missing) {
    return Problem.error(
            "HS-CLOUDSTACK-094", resource.ref() + " names " + missing + ", which is not there")
        .because("its detail '" + key + "' says so")
        .advising("add that resource, or correct the detail");
  }

  /** The entrypoint was asked for the device and did not name one. */
  public static Problem noDevice(ExtensionName extension, Ref holder, String why) {
    return Problem.warning(
            "HS-CLOUDSTACK-095", extension + " did not name the device that serves " + holder)
        .because(why)
        .advising("what it said before holds; look at what its entrypoint writes");
  }

  /** A custom action was to act on something else than a network or a VPC. */
  public static Problem notOfNetworks(String action, Ref given) {
    return Problem.error("HS-CLOUDSTACK-096", "'" + action + "' does not act on " + given)
        .because("custom actions of a NetworkOrchestrator act on a Network or a Vpc")
        .advising("name one of those");
  }

  static Problem otherDirection(int index, String direction, String protocol, List<String> can) {
    return Problem.error(
            "HS-CLOUDSTACK-097",
            "rules[" + index + "].protocol: no " + direction + " for " + protocol)
        .because("the extension says that its firewall has " + String.join(", ", can) + " there")
        .advising("choose one of these");
  }

  private static String shown(Resource resource) {
    return resource.ref() + " is";
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "..." : name;
  }
}
