package hotshoe.runtime.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.configuration.Value;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveConfigurationTest {

  @TempDir Path home;

  @Test
  void every_default_can_be_read_by_its_type() throws IOException {
    EffectiveConfiguration configuration = read("", Map.of(), Map.of());
    assertEquals(7700, configuration.number("gateway.port"));
    assertTrue(configuration.flag("gateway.enabled"));
    assertEquals("127.0.0.1", configuration.text("gateway.host"));
    assertEquals(Duration.ofSeconds(10), configuration.duration("stop.graceful-limit"));
    assertEquals(home.toAbsolutePath().resolve("data"), configuration.path("data"));
    assertEquals(List.of(), configuration.list("enabled-extensions"));
    assertFalse(configuration.find("enabled-extensions").isPresent());
  }

  @Test
  void an_unknown_key_is_a_mistake_of_the_programmer() throws IOException {
    EffectiveConfiguration configuration = read("", Map.of(), Map.of());
    assertThrows(NoSuchElementException.class, () -> configuration.text("gateway.prot"));
  }

  @Test
  void durations_are_written_with_their_unit() throws IOException {
    EffectiveConfiguration configuration =
        read(
            "slice: {start-limit: 2m, status-limit: 250ms}\nstop.drain-limit: 1h",
            Map.of(),
            Map.of());
    assertEquals(Duration.ofMinutes(2), configuration.duration("slice.start-limit"));
    assertEquals(Duration.ofMillis(250), configuration.duration("slice.status-limit"));
    assertEquals(Duration.ofHours(1), configuration.duration("stop.drain-limit"));
  }

  @Test
  void a_path_outside_the_home_folder_stays_where_it_is() throws IOException {
    assertEquals(Path.of("/srv/x"), read("data: /srv/x", Map.of(), Map.of()).path("data"));
    assertEquals(home.resolveSibling("x"), read("data: ../x", Map.of(), Map.of()).path("data"));
  }

  @Test
  @Proves("INM-12")
  void an_extension_gets_its_own_options_and_not_those_of_a_longer_name() throws IOException {
    EffectiveConfiguration configuration =
        read(
            "extensions:\n  org.example: {a: 1}\n  org.example.mail: {b: 2}\n", Map.of(), Map.of());
    assertEquals(List.of("a=1"), pairs(configuration, "org.example"));
    assertEquals(List.of("b=2"), pairs(configuration, "org.example.mail"));
    assertEquals(List.of(), pairs(configuration, "org"));
  }

  @Test
  @Proves({"INM-10", "INM-11"})
  void variables_override_an_extensions_file_values_under_the_key_written_there()
      throws IOException {
    EffectiveConfiguration configuration =
        read(
            "extensions: {org.example.mail: {max.size: 1, name: file}}",
            Map.of(
                "HOTSHOE_EXTENSIONS_ORG_EXAMPLE_MAIL_MAX_SIZE", "2",
                "HOTSHOE_EXTENSIONS_ORG_EXAMPLE_MAIL_NAME", "environment",
                "HOTSHOE_EXTENSIONS_ORG_EXAMPLE_MAIL_NEW_ONE", "3",
                "HOTSHOE_EXTENSIONS_OTHER_X", "4"),
            Map.of("extensions.org.example.mail.name", "program"));
    assertEquals(
        List.of("max.size=2", "name=program", "new-one=3"),
        pairs(configuration, "org.example.mail"));
  }

  @Test
  void a_feature_is_found_by_its_key_also_when_a_variable_sets_it() throws IOException {
    EffectiveConfiguration configuration =
        read(
            "features: {core.web: {dark: false, pages: [a, b]}}",
            Map.of("HOTSHOE_FEATURES_CORE_WEB_DARK", "true", "HOTSHOE_FEATURES_CORE_WEB_NEW", "x"),
            Map.of());
    assertEquals("true", configuration.find("features.core.web.dark").orElseThrow().value());
    assertEquals(
        List.of("a", "b"), configuration.find("features.core.web.pages").orElseThrow().value());
    assertEquals("x", configuration.find("features.core.web.new").orElseThrow().value());
    assertEquals(Optional.empty(), configuration.find("features.core.web.other"));
  }

  @Test
  void what_is_set_for_somebody_who_is_not_there_is_reported() throws IOException {
    EffectiveConfiguration configuration =
        read(
            "extensions: {mail: {user: me}, mail.box: {size: 1}}\n"
                + "features: {mail.sender: {fast: true, fsat: true}, idle.one: {any: true}}",
            Map.of(
                "HOTSHOE_EXTENSIONS_MAIL_HOST", "known",
                "HOTSHOE_EXTENSIONS_MIAL_HOST", "unknown",
                "HOTSHOE_FEATURES_MAIL_SENDER_FAST", "false",
                "HOTSHOE_FEATURES_MAIL_SENDER_SLOW", "true"),
            Map.of("extensions.nobody.x", "1"));
    List<ExtensionName> installed = List.of(new ExtensionName("mail"), new ExtensionName("idle"));
    assertEquals(
        List.of(
                "HS-CONFIG-010: nobody takes 'extensions.mail.box.size' (etc/hotshoe.yaml:1): no"
                    + " extension of that name is installed; installed are: idle, mail; correct the"
                    + " name; it is used once there is somebody to take it",
                "HS-CONFIG-010: nobody takes 'extensions.mial-host' (environment variable"
                    + " HOTSHOE_EXTENSIONS_MIAL_HOST): no extension of that name is installed;"
                    + " installed are: idle, mail; correct the name; it is used once there is somebody"
                    + " to take it",
                "HS-CONFIG-010: nobody takes 'extensions.nobody.x' (program): no extension of that"
                    + " name is installed; installed are: idle, mail; correct the name; it is used once"
                    + " there is somebody to take it",
                "HS-CONFIG-010: nobody takes 'features.mail.sender.fsat' (etc/hotshoe.yaml:2): no slice"
                    + " that is up has such a feature; did you mean 'features.mail.sender.fast'?",
                "HS-CONFIG-010: nobody takes 'features.mail-sender-slow' (environment variable"
                    + " HOTSHOE_FEATURES_MAIL_SENDER_SLOW): no slice that is up has such a feature; did"
                    + " you mean 'features.mail.sender.fast'?")
            .stream()
            .sorted()
            .toList(),
        configuration
            .unclaimed(installed, List.of("mail.sender.fast"), List.of(new ExtensionName("idle")))
            .stream()
            .map(Problem::sentence)
            .sorted()
            .toList());
  }

  @Test
  void what_looks_like_a_secret_is_not_shown() throws IOException {
    EffectiveConfiguration configuration =
        read("extensions: {mail: {password: hunter2, user: me}}", Map.of(), Map.of());
    assertEquals(
        List.of("********", "me"),
        configuration.valuesForExtensions().stream().map(Value::shown).toList());
  }

  private static List<String> pairs(EffectiveConfiguration configuration, String extension) {
    return configuration.valuesFor(new ExtensionName(extension)).stream()
        .map(value -> value.key() + "=" + value.value())
        .toList();
  }

  private EffectiveConfiguration read(
      String yaml, Map<String, String> environment, Map<String, String> program)
      throws IOException {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/hotshoe.yaml"), yaml);
    var reading =
        new ConfigurationReader()
            .read(
                new ConfigurationSources(home, Optional.empty(), List.of(), environment, program));
    assertEquals(List.of(), reading.problems());
    return reading.configuration();
  }
}
