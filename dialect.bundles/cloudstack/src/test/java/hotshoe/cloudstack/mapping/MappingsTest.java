package hotshoe.cloudstack.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.type.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of mappings that are there. */
class MappingsTest {

  private static final ExtensionName RACKS = new ExtensionName("racks");
  private static final ExtensionName WIRES = new ExtensionName("wires.v2");
  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

  private final RegistryInMemory registry =
      RegistryInMemory.of(Resource.of("Cluster", "c-1", "one"));
  private final Mappings mappings = new Mappings(registry);

  private static Resource stored(String id, ExtensionName extension) {
    return Resource.of(Mappings.KIND, id, id).runBy(extension);
  }

  @Test
  void aClusterHasTheExtensionItIsMappedToWithTheDetailsOfTheMapping() {
    registry.put(
        stored("Cluster/c-1", RACKS)
            .with("hotshoe.created", Detail.hidden(THEN.toString()))
            .with("url", Detail.visible("u"))
            .with("password", Detail.secret("s3cret"))
            .with("kept", Detail.hidden("h")));
    Mapping found = mappings.of(new Ref("cluster", "c-1")).get(0);
    assertEquals(new Ref("Cluster", "c-1"), found.resource());
    assertEquals(RACKS, found.extension());
    assertEquals(THEN, found.created());
    assertEquals(Map.of("url", "u"), found.shown());
    assertEquals(Map.of("url", "u", "password", "s3cret"), found.given());
    assertFalse(found.toString().contains("s3cret"));
  }

  @Test
  void aPhysicalNetworkHasAllWhoServeItWhateverItsIdentifierLooksLike() {
    Ref network = new Ref("PhysicalNetwork", "a/b");
    registry.putAll(
        List.of(
            stored("PhysicalNetwork/a/b/racks", RACKS),
            stored("PhysicalNetwork/a/b/wires.v2", WIRES),
            stored("PhysicalNetwork/a/racks", RACKS)));
    assertEquals(
        List.of(RACKS, WIRES), mappings.of(network).stream().map(Mapping::extension).toList());
    assertEquals(
        List.of(network, new Ref("PhysicalNetwork", "a")),
        mappings.of(RACKS).stream().map(Mapping::resource).toList());
  }

  @Test
  void whatIsMappedToNothingHasNothingAndWhatIsNoMappingIsLeftOut() {
    registry.put(Resource.of(Mappings.KIND, "odd", "odd").runBy(RACKS));
    registry.put(Resource.of(Mappings.KIND, "Cluster/c-2", "nobody's"));
    registry.put(stored("Cluster/c-3", RACKS).with("hotshoe.created", Detail.hidden("then")));
    assertEquals(List.of(), mappings.of(new Ref("Cluster", "c-1")));
    assertEquals(List.of(), mappings.of(new Ref("Cluster", "c-2")));
    assertEquals(Instant.EPOCH, mappings.of(new Ref("Cluster", "c-3")).get(0).created());
    assertEquals(1, mappings.list().size());
  }
}
