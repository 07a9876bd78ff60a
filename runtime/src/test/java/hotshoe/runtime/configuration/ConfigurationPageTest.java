package hotshoe.runtime.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.configuration.OptionDescription;
import hotshoe.extension.ExtensionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hotshoe config} prints, held to golden files. */
class ConfigurationPageTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/page");

  private static final List<DeclaredOptions> DECLARED =
      List.of(
          new DeclaredOptions(
              new ExtensionName("mail"),
              List.of(
                  option("host", "text", Optional.empty(), List.of(), false),
                  option("mode", "text", Optional.of("plain"), List.of("plain", "tls"), false),
                  option("password", "text", Optional.empty(), List.of(), true))));

  @TempDir Path home;
  private ConfigurationReader.Reading reading;

  @BeforeEach
  void readSomething() throws IOException {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(
        home.resolve("etc/hotshoe.yaml"),
        """
        gateway.port: 8080
        gatway: 1
        enabled-extensions: []
        log.levels: [org.example=debug, org.other=warn]
        gateway.host: "quote \\" and\\nnewline"
        features: {web.pages: {dark: false}}
        extensions: {mail: {password: hunter2, retries: 3}}
        """);
    reading =
        new ConfigurationReader()
            .read(
                new ConfigurationSources(
                    home,
                    Optional.empty(),
                    List.of(),
                    Map.of("HOTSHOE_STRICT", "true"),
                    Map.of("data", "/srv/hotshoe")));
  }

  @Test
  void the_values_are_a_table_with_their_origins() throws IOException {
    check("values.txt", new ConfigurationPage(reading).values());
  }

  @Test
  void the_options_are_a_table_with_their_meanings() throws IOException {
    check("options.txt", ConfigurationPage.options(DECLARED));
  }

  @Test
  void programs_get_the_same_as_json() throws IOException {
    String page = new ConfigurationPage(reading).json(DECLARED);
    check("page.json", page.replace(home.toAbsolutePath().toString(), "HOME"));
  }

  private static void check(String name, String actual) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertEquals(Files.readString(golden), actual);
  }

  private static OptionDescription option(
      String key, String type, Optional<String> value, List<String> allowed, boolean secret) {
    return new OptionDescription(
        key, type, value, "The " + key + ".", Optional.empty(), allowed, secret);
  }
}
