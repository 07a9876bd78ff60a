package hotshoe.cloudstack.registry;

import hotshoe.caller.Caller;
import hotshoe.cloudstack.ManifestType;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.type.Ref;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that can keep somebody from registering, changing or deleting something. */
final class RegistryProblems {

  private static final int SHOWN = 5;

  private RegistryProblems() {}

  static Problem taken(ExtensionName name) {
    return Problem.error("HS-CLOUDSTACK-008", "there is an extension '" + name + "' already")
        .because("CloudStack names the folder of an extension so, and a folder has one extension")
        .advising("choose another name, or uninstall that extension first");
  }

  static Problem notByHand(ExtensionName name) {
    return Problem.error("HS-CLOUDSTACK-009", "'" + name + "' was not registered by hand")
        .because("an archive that came from elsewhere is not changed here")
        .advising(
            "change the manifest where the archive comes from; details of your own belong to a"
                + " mapping, a host or an instance");
  }

  static Problem noAction(ExtensionName name, String action, Collection<String> present) {
    return Problem.error("HS-CLOUDSTACK-010", name + " has no action '" + action + "'")
        .because("nothing was changed")
        .advising(
            meant(action, present, "cloudstack-list-actions extension=" + name + " shows them"));
  }

  static Problem noProgram(String path, String why) {
    return Problem.error("HS-CLOUDSTACK-011", "the program cannot be read: " + path)
        .because(why)
        .advising("give the path of a file that the user of the host can read");
  }

  static Problem twoPrograms() {
    return Problem.error("HS-CLOUDSTACK-012", "both a path and a program were given")
        .because("an extension has one entrypoint")
        .advising("leave one of them out");
  }

  static Problem noName(String written) {
    return Problem.error("HS-CLOUDSTACK-013", "not a name for an extension: '" + written + "'")
        .because("it must begin with a letter or a digit and have 200 characters at most")
        .advising("choose another name");
  }

  static Problem unknown(ExtensionName name, Collection<String> present) {
    return Problem.error("HS-CLOUDSTACK-030", "there is no extension '" + name + "'")
        .because("nothing is installed under this name")
        .advising(meant(name.value(), present, "cloudstack-list shows the extensions there are"));
  }

  static Problem notOurs(Extension found) {
    return Problem.error(
            "HS-CLOUDSTACK-031", "'" + found.name() + "' is no extension of CloudStack")
        .because("its archive is of the dialect " + found.dialect())
        .advising("use the commands ext:* for it");
  }

  static Problem unreadable(Extension found) {
    return Problem.error(
            "HS-CLOUDSTACK-048", "the manifest of '" + found.name() + "' cannot be read")
        .because(found.cause().isEmpty() ? "it is not in its bundle" : found.cause())
        .advising("ext:info " + found.name() + " tells more; install its archive again");
  }

  static Problem notMappable(Ref resource) {
    return Problem.error(
            "HS-CLOUDSTACK-032", "a " + resource.kind() + " is not mapped to an extension")
        .at(resource.toString())
        .because("a " + Mappings.CLUSTER + " is, with all that is in it, and a " + Mappings.NETWORK)
        .advising("name the cluster or the physical network that it is in");
  }

  static Problem otherType(ExtensionName name, String type, Ref resource) {
    boolean isCluster = resource.kind().equals(Mappings.CLUSTER);
    return Problem.error(
            "HS-CLOUDSTACK-033", "'" + name + "' cannot be mapped to a " + resource.kind())
        .at(resource.toString())
        .because("it is of the type " + type)
        .advising(
            "choose an extension of the type "
                + (isCluster ? ManifestType.ORCHESTRATOR : ManifestType.NETWORK_ORCHESTRATOR));
  }

  static Problem alreadyMapped(ExtensionName name, Ref resource) {
    return Problem.error("HS-CLOUDSTACK-034", resource + " is mapped to '" + name + "' already")
        .because("a resource is mapped to an extension once; nothing was changed")
        .advising("cloudstack-update-mapping changes the details of a mapping");
  }

  static Problem mappedToAnother(ExtensionName name, ExtensionName other, Ref resource) {
    return Problem.error(
            "HS-CLOUDSTACK-035", resource + " is mapped to the extension '" + other + "'")
        .because(
            "one extension runs what is in a cluster, so '"
                + name
                + "' cannot; nothing was changed")
        .advising("cloudstack-unmap extension=" + other + " resource=" + resource + " comes first");
  }

  static Problem notMapped(ExtensionName name, Ref resource) {
    return Problem.error("HS-CLOUDSTACK-036", resource + " is not mapped to '" + name + "'")
        .because("only a mapping that is there can be changed; nothing was changed")
        .advising("cloudstack-map maps it; cloudstack-list-mappings shows what is mapped");
  }

  static Problem nothingToChange(String subject) {
    return Problem.error("HS-CLOUDSTACK-037", "nothing was said of what to change in " + subject)
        .because("only what is given is changed")
        .advising("give what it is to become, or the flag that takes it away");
  }

  static Problem ownKey(String key) {
    return Problem.error("HS-CLOUDSTACK-038", "no detail of a mapping is called '" + key + "'")
        .because("keys that begin with hotshoe. are the host's own")
        .advising("choose another key");
  }

  static Problem providerInUse(ExtensionName name, Ref resource, List<Ref> networks) {
    return Problem.error("HS-CLOUDSTACK-039", "'" + name + "' stays the provider of " + resource)
        .because(networks.size() + " on it use the extension: " + some(networks))
        .advising("remove these networks or give them another provider first");
  }

  static Problem builtIn(Registered leaving) {
    return Problem.error("HS-CLOUDSTACK-040", "'" + leaving.name() + "' is built in")
        .because(
            "its archive lies in the deploy folder, as "
                + leaving.extension().origin()
                + ", so nobody registered it")
        .advising("whoever looks after the machine takes the archive out of that folder");
  }

  /** All at once: who has mended one reason is not sent back for the next. */
  static Problem inUse(ExtensionName name, List<Use> uses) {
    return Problem.error("HS-CLOUDSTACK-041", "'" + name + "' is not deleted, for it is in use")
        .because(uses.stream().map(Use::reason).collect(Collectors.joining("; ")))
        .advising(uses.stream().map(Use::remedy).collect(Collectors.joining("; ")));
  }

  /**
   * What keeps an extension from being deleted.
   *
   * @param reason in words
   * @param remedy what ends it
   */
  record Use(String reason, String remedy) {

    static Use mapped(List<Ref> mapped) {
      return new Use(
          counted(mapped.size(), "resource is", "resources are") + " mapped to it: " + some(mapped),
          "cloudstack-unmap unmaps a resource");
    }

    static Use actions(int count, boolean byHand) {
      return new Use(
          "it has " + counted(count, "custom action", "custom actions"),
          byHand
              ? "cloudstack-remove-action removes an action"
              : "its actions came with its archive and go with it: ext:uninstall");
    }

    static Use templates(List<Ref> templates) {
      return new Use(
          counted(templates.size(), "template is", "templates are") + " for it: " + some(templates),
          "the template goes before the extension");
    }

    private static String counted(int count, String one, String more) {
      return count + " " + (count == 1 ? one : more);
    }
  }

  static Problem notKept(ExtensionName name, IOException why) {
    return Problem.error("HS-CLOUDSTACK-044", "'" + name + "' is not deleted")
        .because("its archive cannot be put aside: " + why.getMessage())
        .advising("make room on the disk of the data folder, or delete it with cleanup=true");
  }

  static Problem nobodyRuns(Ref resource) {
    return Problem.error("HS-CLOUDSTACK-045", "no extension runs " + resource)
        .because("neither its cluster nor the resource itself says which one does")
        .advising("map its cluster with cloudstack-map, or name an extension instead");
  }

  static Problem foreignPath(Caller caller, boolean isFolderSet) {
    return Problem.error("HS-CLOUDSTACK-047", "the path of a program is not taken from here")
        .because(
            "through the door "
                + caller.door()
                + (isFolderSet
                    ? " only files below the folder sources.programs can be named"
                    : " no file of this machine can be named"))
        .advising("hand over the program itself, or call from the shell of this machine");
  }

  private static String meant(String given, Collection<String> present, String otherwise) {
    String near = Nearest.to(given, present);
    return near.isEmpty() ? otherwise : "did you mean " + near + "?";
  }

  private static String some(List<Ref> refs) {
    String first = refs.stream().limit(SHOWN).map(Ref::toString).collect(Collectors.joining(", "));
    return refs.size() > SHOWN ? first + " and " + (refs.size() - SHOWN) + " more" : first;
  }
}
