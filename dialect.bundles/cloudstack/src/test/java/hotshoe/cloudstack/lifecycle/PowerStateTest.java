package hotshoe.cloudstack.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What entrypoints say of power states. */
class PowerStateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poweron",
        "PowerOn",
        " POWERON\n",
        "{\"power_state\": \"PowerON\"}",
        "\n{\"status\":\"success\",\"power_state\":\"poweron\"}\n"
      })
  @Proves("CS-61")
  void aWordOrJsonInAnyLetterCaseSaysThatItIsOn(String answer) {
    assertEquals(PowerState.ON, PowerState.of(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poweroff", "POWEROFF", "{\"power_state\":\"PowerOff\"}"})
  @Proves("CS-61")
  void orThatItIsOff(String answer) {
    assertEquals(PowerState.OFF, PowerState.of(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "on",
        "running",
        "poweron poweroff",
        "{\"power_state\":\"on\"}",
        "{\"power_state\":true}",
        "{\"power_state\":null}",
        "{\"power_state\":{\"a\":\"poweron\"}}",
        "{\"state\":\"poweron\"}",
        "{\"power_state\":\"poweron\"",
        "[\"poweron\"]"
      })
  @Proves("CS-61")
  void everythingElseIsUnknown(String answer) {
    assertEquals(PowerState.UNKNOWN, PowerState.of(answer));
  }

  @Test
  @Proves("CS-61")
  void jsonThatIsNestedTooDeepIsUnknownToo() {
    String deep = "{\"power_state\":" + "[".repeat(100_000);
    assertEquals(PowerState.UNKNOWN, PowerState.of(deep));
  }

  @Test
  @Proves("CS-62")
  void theStatesOfAllAreToldByName() {
    assertEquals(
        Optional.of(Map.of("a", PowerState.ON, "b", PowerState.OFF, "c", PowerState.UNKNOWN)),
        PowerState.ofAll(
            "{\"status\":\"success\",\"power_state\":{\"a\":\"poweron\",\"b\":\"PowerOff\",\"c\":7}}"));
    assertEquals(Optional.of(Map.of()), PowerState.ofAll("{\"power_state\":{}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Unknown action", "{}", "{\"power_state\":\"poweron\"}", "[1]", "{"})
  @Proves("CS-62")
  void anotherAnswerTellsThatTheVerbIsNotKnown(String answer) {
    assertEquals(Optional.empty(), PowerState.ofAll(answer));
  }
}
