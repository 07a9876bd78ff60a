package hotshoe.cloudstack.lifecycle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Where instances are, and what is refused of them before anything is run. */
class PlacementTest {

  private static final ExtensionName DEMO = new ExtensionName("demo");

  private final Cloud cloud = Cloud.whole();

  @Test
  void whereNobodyIsConnectedNothingRunsUnlessTheInstanceItselfSaysWho() {
    assertDoesNotThrow(() -> cloud.placement().refuseUnlessConnected(DEMO));
    cloud.without("ExtensionMapping", "Cluster/c1");
    String nobody = sentence(() -> cloud.placement().refuseUnlessConnected(DEMO));
    assertTrue(nobody.startsWith("HS-CLOUDSTACK-061: Extension not connected"), nobody);
    cloud.with(cloud.instance().runBy(DEMO));
    assertDoesNotThrow(() -> cloud.placement().refuseUnlessConnected(DEMO));
  }

  @Test
  void anInstanceOnNoHostIsInTheClusterThatItNames() {
    Resource floating = cloud.instance().without("host").with("cluster", Detail.visible("c1"));
    Placement placement = cloud.instances().placement(floating);
    assertEquals(DEMO, placement.mapping().orElseThrow().extension());
    assertEquals(Map.of(), placement.groups().get("host"));
  }

  @Test
  void aHostThatIsNotThereIsToldWithTheNearestOne() {
    cloud.with(cloud.instance().with("host", Detail.visible("h2")));
    String sentence = sentence(cloud::placement);
    assertTrue(sentence.startsWith("HS-CLOUDSTACK-062"), sentence);
    assertTrue(sentence.contains("no Host:h2; the nearest is h1"), sentence);
  }

  @Test
  void aTemplateIsNeededForTheFirstTimeOnly() {
    cloud.without("Template", "t1");
    String sentence = sentence(() -> cloud.instances().firstPlacement(cloud.instance()));
    assertTrue(sentence.contains("no Template:t1"), sentence);
    assertEquals(Optional.empty(), cloud.placement().template());
  }

  @Test
  void allThatIsWrongWithDetailsIsToldAtOnce() {
    cloud.with(
        cloud
            .instance()
            .with("cpunumber", Detail.visible("two"))
            .with("memory", Detail.visible("0"))
            .with("haenable", Detail.visible("perhaps"))
            .with("disks", Detail.visible("{}"))
            .with("guestosdetails", Detail.visible("[]"))
            .with(
                "nics",
                Detail.visible(
                    "[{\"mac\":7,\"uuid\":\"x\",\"defaultNic\":true},7,"
                        + "{\"uuid\":\"x\",\"defaultNic\":true}]")));
    String sentence = sentence(() -> Machine.of(cloud.placement(), Moment.ANY));
    assertTrue(sentence.startsWith("HS-CLOUDSTACK-063"), sentence);
    for (String place :
        List.of(
            "cpunumber: ",
            "memory: ",
            "haenable: ",
            "disks: ",
            "guestosdetails: ",
            "nics[0].mac: ",
            "nics[1]: ",
            "nics[2].uuid: ",
            "nics: 2 network cards")) {
      assertTrue(sentence.contains(place), () -> place + " in " + sentence);
    }
  }

  @Test
  void networkCardsWithoutIdentifiersAlwaysHaveTheSame() {
    assertEquals(nics().get(0).get("uuid"), nics().get(0).get("uuid"));
    assertTrue(!nics().get(0).get("uuid").equals(nics().get(1).get("uuid")));
    assertEquals(Optional.of("166"), Machine.vlan(Machine.of(cloud.placement(), Moment.ANY)));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> nics() {
    return (List<Map<String, Object>>) Machine.of(cloud.placement(), Moment.ANY).get("nics");
  }

  @Test
  @Proves("CS-13")
  void hiddenDetailsReachNoEntrypoint() {
    assertEquals(
        Set.of("vm_name", "token", "template_id", "pool"),
        cloud.placement().groups().get("virtualmachine").keySet());
    assertTrue(!Machine.of(cloud.placement(), Moment.ANY).toString().contains("administrators"));
  }

  @Test
  void oldNewsAreNotNoted() {
    Resource before = cloud.instance();
    assertTrue(cloud.instances().told(before, PowerState.OFF));
    assertTrue(!cloud.instances().told(before, PowerState.ON));
    assertEquals(Optional.of("PowerOff"), cloud.detail("powerstate"));
  }

  @Test
  void whoeverChangesAnInstanceKeepsOthersFromIt() throws Exception {
    Turns turns = new Turns();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      new Thread(
              () -> {
                try (Turns.Turn turn = turns.take(Cloud.INSTANCE.ref())) {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  Thread.sleep(2);
                  inside.decrementAndGet();
                } catch (InterruptedException never) {
                  Thread.currentThread().interrupt();
                }
                done.countDown();
              })
          .start();
    }
    done.await();
    assertEquals(1, most.get());
  }

  private static String sentence(Executable call) {
    return assertThrows(ProblemException.class, call).problems().get(0).sentence();
  }
}
