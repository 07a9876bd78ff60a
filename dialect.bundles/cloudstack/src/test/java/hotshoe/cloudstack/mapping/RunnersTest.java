package hotshoe.cloudstack.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.type.Ref;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who runs a resource, by what it is in. */
class RunnersTest {

  private static final ExtensionName RACKS = new ExtensionName("racks");
  private static final ExtensionName OTHER = new ExtensionName("other");
  private static final Ref CLUSTER = new Ref("Cluster", "c-1");
  private static final Ref COPPER = new Ref("PhysicalNetwork", "p-1");
  private static final Resource MACHINE =
      Resource.of("VirtualMachine", "vm-1", "web").with("host", Detail.visible("h-1"));

  private final RegistryInMemory registry =
      RegistryInMemory.of(
          Resource.of("Cluster", "c-1", "one"),
          Resource.of("PhysicalNetwork", "p-1", "copper"),
          Resource.of("Host", "h-1", "alpha").with("cluster", Detail.visible("c-1")),
          Resource.of("Vpc", "v-1", "v").with("physicalnetwork", Detail.visible("p-1")));
  private final MappingBook book = new MappingBook(registry);
  private final Runners runners = new Runners(registry, new Mappings(registry));

  @Test
  @Proves("CS-54")
  void anInstanceIsRunByWhomItsHostsClusterIsMappedTo() {
    assertEquals("[]", runners.of(MACHINE).toString());
    assertEquals("[other]", runners.of(MACHINE.runBy(OTHER)).toString());
    book.add(CLUSTER, RACKS, Map.of());
    assertEquals("[racks]", runners.of(MACHINE).toString());
    assertEquals("[racks]", runners.of(MACHINE.runBy(OTHER)).toString());
    Resource hostless = MACHINE.without("host").with("cluster", Detail.visible("c-1"));
    assertEquals("[racks]", runners.of(hostless).toString());
    assertEquals("[]", runners.of(MACHINE.with("host", Detail.visible("h-9"))).toString());
    assertEquals("[racks]", runners.of(registry.require(new Ref("Host", "h-1"))).toString());
    assertEquals("[racks]", runners.of(registry.require(CLUSTER)).toString());
  }

  @Test
  void aNetworkIsServedByAllOfItsPhysicalNetworkOrByItsProviderAmongThem() {
    book.add(COPPER, RACKS, Map.of());
    book.add(COPPER, OTHER, Map.of());
    Resource blue = Resource.of("Network", "n-1", "b").with("vpc", Detail.visible("v-1"));
    assertEquals("[other, racks]", runners.of(blue).toString());
    Resource served = blue.with("provider", Detail.visible("racks"));
    assertEquals("[racks]", runners.of(served).toString());
    Resource unknown = blue.with("provider", Detail.visible("nobody"));
    assertEquals("[other, racks]", runners.of(unknown).toString());
  }

  @Test
  @Proves("CS-20")
  void ofManyWhoMapAClusterAtTheSameTimeOneDoes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> all =
          IntStream.range(0, 64)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> book.add(CLUSTER, new ExtensionName("e" + i), Map.of("i", "" + i)))
              .toList();
      int mapped = 0;
      for (var future : threads.invokeAll(all)) {
        mapped += future.get() ? 1 : 0;
      }
      assertEquals(1, mapped);
    } finally {
      threads.shutdownNow();
    }
    Mapping only = new Mappings(registry).of(CLUSTER).get(0);
    assertEquals("e" + only.shown().get("i"), only.extension().value());
  }
}
