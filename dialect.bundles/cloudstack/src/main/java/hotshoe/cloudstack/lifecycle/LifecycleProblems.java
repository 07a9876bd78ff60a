package hotshoe.cloudstack.lifecycle;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.type.Fault;
import hotshoe.type.Ref;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that can be wrong with an instance and with what was told of it. */
public final class LifecycleProblems {

  private static final int MANY = 1000;

  private LifecycleProblems() {}

  static Problem unconnected(Resource instance, ExtensionName extension, Resource host) {
    String cluster = host.reveal(InstanceDetails.CLUSTER).orElse("");
    return Problem.error("HS-CLOUDSTACK-061", "Extension not connected: " + extension)
        .at(instance.ref() + " on " + host.ref())
        .because(
            cluster.isBlank()
                ? "the host has no detail 'cluster'"
                : "the cluster " + cluster + " is mapped to no extension")
        .advising("map the cluster to " + extension);
  }

  static Problem dangling(Resource from, String key, Ref wanted, List<Resource> known) {
    List<String> ids = known.stream().limit(MANY).map(it -> it.ref().id()).toList();
    String nearest = Nearest.to(wanted.id(), ids);
    return Problem.error("HS-CLOUDSTACK-062", from.ref() + " refers to what is not there")
        .at("detail " + key)
        .because("there is no " + wanted + (nearest.isEmpty() ? "" : "; the nearest is " + nearest))
        .advising("correct the detail, or add the " + wanted.kind());
  }

  static Problem malformed(Resource instance, List<Fault> faults) {
    return Problem.error(
            "HS-CLOUDSTACK-063", "details of " + instance.ref() + " are not as they should be")
        .because(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")))
        .advising("correct them; nothing was run");
  }

  /** An instance is to be made a second time. */
  public static Problem deployed(Resource instance) {
    return Problem.error("HS-CLOUDSTACK-064", instance.ref() + " is deployed already")
        .because("since " + instance.reveal(InstanceDetails.DEPLOYED).orElse(""))
        .advising("start it; or delete it and make it anew");
  }

  static Problem noPatch(String answer) {
    return Problem.error("HS-CLOUDSTACK-065", "the answer to prepare is not understood")
        .because("it is no JSON object, but a text of " + answer.length() + " characters")
        .advising("correct the entrypoint; the instance was not created");
  }

  static Problem badPatch(String key) {
    return Problem.error("HS-CLOUDSTACK-065", "the answer to prepare is not understood")
        .at(key)
        .because("it must be " + (key.equals("nics") ? "a list of objects" : "an object"))
        .advising("correct the entrypoint; the instance was not created");
  }

  static Problem gone(Ref instance) {
    return Problem.error("HS-CLOUDSTACK-066", instance + " is gone")
        .because("somebody removed it while it was worked on")
        .advising("look at the system outside for what is left of it");
  }
}
