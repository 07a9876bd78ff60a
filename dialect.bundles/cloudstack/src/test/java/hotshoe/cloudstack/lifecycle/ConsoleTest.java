package hotshoe.cloudstack.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.type.Checked;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What entrypoints say of consoles. */
class ConsoleTest {

  @ParameterizedTest
  @ValueSource(strings = {"5901", "\"5901\""})
  @Proves("CS-63")
  void aVncConsoleHasAHostAndAPortAsANumberOrAsText(String port) throws Exception {
    Console console =
        Console.of(
            "{\"console\":{\"host\":\"10.0.0.1\",\"port\":%s,\"password\":\"geheim\","
                    .formatted(port)
                + "\"passwordonetimeuseonly\":true,\"protocol\":\"vnc\"}}");
    assertEquals(Optional.of("10.0.0.1"), console.host());
    assertEquals(Optional.of(5901L), console.port());
    assertEquals("geheim", console.password().orElseThrow().reveal());
    assertTrue(console.once());
    assertEquals("vnc", console.protocol());
  }

  @Test
  @Proves("CS-63")
  void aDirectConsoleHasAUrlAndNeedsNothingElse() throws Exception {
    Console console = Console.of("{\"console\":{\"url\":\"https://example.org/c/1\"}}");
    assertEquals(Optional.of("https://example.org/c/1"), console.url());
    assertEquals("direct", console.protocol());
    assertFalse(console.once());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|Missing console object in output",
        "{\"console\":null}|Missing console object in output",
        "{\"console\":{}}|Missing required fields in output",
        "{\"console\":{\"host\":\"a\"}}|Missing required fields in output",
        "{\"console\":{\"port\":1}}|Missing required fields in output",
        "{\"console\":{\"host\":\" \",\"port\":1}}|Missing required fields in output",
        "{\"console\":{\"host\":\"a\",\"port\":\"b\"}}|Failed to parse output",
        "{\"console\":{\"host\":\"a\",\"port\":70000}}|Failed to parse output",
        "{\"console\":{\"host\":{},\"port\":1}}|Failed to parse output",
        "{\"console\":\"a\"}|Failed to parse output",
        "no json|Failed to parse output",
      })
  @Proves("CS-63")
  void whatIsMissingIsToldInTheWordsOfHome(String answer, String message) {
    assertEquals(
        message, assertThrows(Console.Unusable.class, () -> Console.of(answer)).getMessage());
  }

  @Test
  @Proves("CS-63")
  void itsPasswordIsASecretOfItsType() throws Exception {
    Console console =
        Console.of("{\"console\":{\"host\":\"a\",\"port\":1,\"password\":\"geheim\"}}");
    Checked checked = Values.check(Console.TYPE, console.value(), Reading.STRICT, "");
    Object value = ((Checked.Valid) checked).value();
    assertFalse(Values.plain(Console.TYPE, value, Secrets.HIDDEN).toString().contains("geheim"));
    assertFalse(console.toString().contains("geheim"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"password\":\"geheim\",\"x\":1}|{\"password\":\"********\",\"x\":1}",
        "{\"vncPassword\" : \"ge\\\"heim\"}|{\"vncPassword\" : \"********\"}",
        "{\"PASSWORD\":\"geheim|{\"PASSWORD\":\"********\"",
        "{\"password\": 1234}|{\"password\": \"********\"}",
        "{'password': 'geheim'}|{'password': \"********\"}",
        "{\"passwordonetimeuseonly\": true}|{\"passwordonetimeuseonly\": true}",
        "plain|plain",
      })
  @Proves("CS-63")
  void passwordsAreStarredOutOfWhatProgramsWrote(String written, String shown) {
    assertEquals(shown, Masked.text(written));
  }

  @Test
  void maskingALongHostileTextComesToAnEnd() {
    String quotes = "\"password\":\"".repeat(100_000);
    assertTimeout(Duration.ofSeconds(20), () -> Masked.text(quotes));
  }
}
