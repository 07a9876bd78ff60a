package hotshoe.cloudstack.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.conformance.Proves;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer to prepare changes of an instance, and what it cannot change. */
class PreparationTest {

  private final Cloud cloud = Cloud.whole();

  private final Map<String, Object> machine = Machine.of(cloud.placement(), Moment.DEPLOYING);

  private Resource prepared(String answer) {
    return Preparation.of(machine, answer).applied(cloud.instance());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{}", "{\"nics\":[]}", "{\"nics\":null,\"details\":null}"})
  @Proves("CS-60")
  void anAnswerThatSaysNothingChangesNothing(String answer) {
    assertEquals(cloud.instance(), prepared(answer));
  }

  @Test
  @Proves("CS-60")
  void thePasswordTheDetailsAndTheAddressesAreTakenBack() {
    Object first = ((Map<?, ?>) ((List<?>) machine.get("nics")).get(0)).get("uuid");
    Resource next =
        prepared(
            """
            {"vncPassword": "new", "name": "other", "cpus": 64, "state": "Running",
             "details": {"External:vmid": 105, "External:token": "next", "keyboard": null},
             "nics": [{"uuid": "%s", "mac": "52:54:00:00:00:09", "ip": null, "gateway": "1.2.3.4",
                       "ip6Address": "fd00::9"}]}
            """
                .formatted(first));
    assertEquals(Optional.of("new"), next.reveal("vncpassword"));
    assertEquals(Visibility.SECRET, next.details().get("vncpassword").visibility());
    assertEquals(Optional.of("105"), next.reveal("External:vmid"));
    assertEquals(Optional.of("next"), next.reveal("External:token"));
    assertEquals(Visibility.SECRET, next.details().get("External:token").visibility());
    assertEquals(Optional.empty(), next.reveal("keyboard"));
    assertEquals("web", next.name());
    assertEquals(Optional.of("i-2-100-VM"), next.reveal("internalname"));
    Map<String, Object> after = Machine.of(cloud.with(next).placement(), Moment.STARTING);
    List<?> nics = (List<?>) after.get("nics");
    Map<?, ?> nic = (Map<?, ?>) nics.get(0);
    assertEquals("52:54:00:00:00:09", nic.get("mac"));
    assertEquals("fd00::9", nic.get("ip6Address"));
    assertTrue(!nic.containsKey("ip"), nic::toString);
    assertEquals("10.1.1.1", nic.get("gateway"));
    assertEquals(2, nics.size());
    assertEquals(2L, after.get("cpus"));
  }

  @Test
  @Proves("CS-60")
  void whatIsTheHostsOwnOrNotKnownIsLeftAloneAndTold() {
    Preparation preparation =
        Preparation.of(
            machine,
            "{\"details\":{\"host\":\"h2\",\"deployed\":\"now\","
                + "\"usable-by\":\"eve\",\"hotshoe.note\":\"x\"},"
                + "\"nics\":[{\"uuid\":\"nobody\",\"mac\":\"1\"},{\"mac\":\"2\"}]}");
    assertEquals(cloud.instance(), preparation.applied(cloud.instance()));
    assertEquals(6, preparation.notes().size(), () -> "" + preparation.notes());
  }

  @Test
  void aPasswordThatIsToldForTheFirstTimeIsSecretFromThenOn() {
    Resource next = prepared("{\"details\":{\"External:PASSWORD\":\"x\"}}");
    assertEquals(Visibility.SECRET, next.details().get("External:PASSWORD").visibility());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done",
        "[]",
        "{",
        "{\"nics\":{}}",
        "{\"details\":[]}",
        "{\"nics\":[7]} trailing",
        "{'vncPassword': 's3cret'"
      })
  @Proves("CS-60")
  void badJsonIsRefusedWithoutQuotingIt(String answer) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> Preparation.of(machine, answer));
    String sentence = refused.problems().get(0).sentence();
    assertTrue(sentence.startsWith("HS-CLOUDSTACK-065"), sentence);
    assertTrue(!sentence.contains("s3cret"), sentence);
  }
}
