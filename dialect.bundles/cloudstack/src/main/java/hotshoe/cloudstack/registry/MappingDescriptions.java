package hotshoe.cloudstack.registry;

import static hotshoe.cloudstack.registry.Descriptions.flag;
import static hotshoe.cloudstack.registry.Descriptions.maybe;

import hotshoe.operation.OperationDescription;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;

/** What can be called to map clusters and physical networks to extensions. */
final class MappingDescriptions {

  /** One mapping, as it is answered; secrets are not among its details (row CS-22). */
  static final Type.Record LISTED =
      Type.record(
          "ExtensionMapping",
          Field.required("extension", Type.text(), "The extension."),
          Field.required("resource", Type.reference(""), "What is mapped to it."),
          Field.required("name", Type.text(), "What people call the resource."),
          Field.required("details", Type.mapOf(Type.text()), "The mapping's own details."),
          Field.required("created", Type.dateTime(), "When it was mapped."));

  private static final Field EXTENSION =
      Field.required("extension", Descriptions.NAME, "An extension of CloudStack.");

  private static final Field RESOURCE =
      Field.required("resource", Type.reference(""), "A Cluster or a PhysicalNetwork, as KIND:ID.");

  private MappingDescriptions() {}

  static OperationDescription map() {
    return Descriptions.change(
        "cloudstack-map",
        "Map a resource to a CloudStack extension",
        "Lets an orchestrator run what is in a cluster, or a network orchestrator serve a physical"
            + " network.",
        List.of(
            EXTENSION,
            RESOURCE,
            Field.defaulting(
                "details",
                Type.mapOf(Type.text()),
                Map.of(),
                "What runs are given of the mapping; password and sshkey are never shown.")),
        LISTED);
  }

  static OperationDescription update() {
    return Descriptions.change(
        "cloudstack-update-mapping",
        "Update the mapping of a resource",
        "Gives a mapping other details, without mapping the resource anew.",
        List.of(
            EXTENSION,
            RESOURCE,
            Descriptions.DETAILS,
            flag("cleanupdetails", "Take all details away, secret ones too, whatever is given.")),
        LISTED);
  }

  static OperationDescription unmap() {
    return Descriptions.change(
        "cloudstack-unmap",
        "Unmap a resource from a CloudStack extension",
        "Removes a mapping with its details; where there is none, nothing happens.",
        List.of(EXTENSION, RESOURCE),
        Type.record(
            "RemovedMapping", Field.required("removed", Type.bool(), "Whether there was one.")));
  }

  static OperationDescription list() {
    return Descriptions.look(
        "cloudstack-list-mappings",
        "List mappings to CloudStack extensions",
        "Lists what is mapped to which extension.",
        List.of(
            maybe("extension", Descriptions.NAME, "To this extension."),
            maybe("resource", Type.reference(""), "Of this resource.")),
        Type.listOf(LISTED),
        "pool-admin");
  }
}
