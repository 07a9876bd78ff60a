package hotshoe.runtime.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.conformance.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case is one file: what is written where, and, below, what the operator reads and what then
 * holds. Run with {@code -Dgolden.update=true} to write down what is said now.
 */
class ConfigurationMessagesTest {

  private static final Path CASES = Path.of("src/test/resources/golden/configuration");

  @TempDir Path folder;

  @TestFactory
  @Proves({"INM-10", "INM-11", "INM-12"})
  Stream<DynamicTest> what_is_written_gives_these_values_and_these_words() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream()
          .map(file -> dynamicTest(title(file), () -> check(file)));
    }
  }

  private static String title(Path file) {
    return file.getFileName().toString().replace(".txt", "").replace('-', ' ');
  }

  private void check(Path file) throws IOException {
    String text = Files.readString(file);
    String given = text.substring(0, text.indexOf("=== says"));
    String actual = given + says(given, folder.resolve(file.getFileName().toString()));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    }
    assertEquals(text, actual);
  }

  private static String says(String given, Path home) throws IOException {
    Map<String, String> sections = sections(given);
    Map<String, String> environment = pairs(sections.remove("environment"));
    Map<String, String> program = pairs(sections.remove("command line"));
    Optional<Path> directory = Optional.empty();
    if (program.containsKey("--config-dir")) {
      directory = Optional.of(home.resolve(program.remove("--config-dir")));
    }
    List<Path> files =
        Stream.ofNullable(program.remove("--config"))
            .flatMap(names -> Stream.of(names.split(" ")))
            .map(home::resolve)
            .toList();
    for (Map.Entry<String, String> section : sections.entrySet()) {
      Path file = home.resolve(section.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, section.getValue());
    }
    var reading =
        new ConfigurationReader(options())
            .read(new ConfigurationSources(home, directory, files, environment, program));
    return "=== says\n"
        + reading.problems().stream()
            .map(problem -> problem.severity() + " " + problem.sentence() + "\n")
            .collect(Collectors.joining())
        + "=== holds\n"
        + Stream.concat(
                reading.configuration().values().stream(),
                reading.configuration().valuesForExtensions().stream())
            .filter(value -> !(value.origin() instanceof Origin.Default))
            .map(Value::toString)
            .collect(Collectors.joining("\n", "", "\n"))
            .stripLeading();
  }

  /** The product's options, and one that had another key once. */
  private static HostOptions options() {
    return new HostOptions(
        Stream.concat(
                HostOptions.standard().all().stream(),
                Stream.of(
                    HostOption.of("web.address", OptionType.TEXT, "localhost", "for this test")
                        .formerly("web.bind")))
            .toArray(HostOption[]::new));
  }

  private static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String part : text.split("(?m)^=== ")) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        sections.put(part.substring(0, end).trim(), part.substring(end + 1));
      }
    }
    return sections;
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Stream.ofNullable(text)
        .flatMap(String::lines)
        .forEach(
            line ->
                pairs.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return pairs;
  }
}
