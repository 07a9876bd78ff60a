package hotshoe.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.problem.Problem;
import hotshoe.shell.FakeExtensions;
import hotshoe.shell.FakeHost;
import hotshoe.shell.FakeSlices;
import hotshoe.shell.Golden;
import hotshoe.shell.Twenty;
import hotshoe.shell.command.ExtensionDetails;
import hotshoe.shell.command.ExtensionListing;
import hotshoe.shell.command.Listing;
import hotshoe.shell.command.Need;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.service.command.Converter;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ValueConverterTest {

  private static final Problem PROBLEM =
      Problem.error("HS-EXTENSION-003", "hello.world cannot be resolved")
          .at("deploy/hello.world.jar")
          .because("it needs package org.example.greeting [1.0,2.0), which nothing here offers")
          .advising("install an extension that exports it");

  private final ValueConverter converter = new ValueConverter();

  @Test
  void extensionsAreATableAndRejectedArchivesAnother() {
    FakeExtensions extensions = new FakeExtensions();
    RejectedArchive rejected =
        new RejectedArchive(
            "deploy/half.jar",
            List.of(
                Problem.error("HS-ARCHIVE-001", "deploy/half.jar is not a jar")
                    .because("it ends in the middle of an entry")),
            Instant.EPOCH);
    Golden.assertMatches(
        "extension-list.txt", page(new ExtensionListing(extensions.list(), List.of(rejected))));
  }

  @Test
  void withoutExtensionsItIsSaidHowToGetOne() {
    assertTrue(page(new ExtensionListing(List.of(), List.of())).contains("deploy folder"));
  }

  @Test
  void anExtensionThatWaitsSaysForWhat() {
    Extension waiting =
        new Extension(
            new ExtensionName("hello.world"),
            new Version("2.1.0"),
            "native",
            ExtensionState.WAITING,
            "it needs package org.example.greeting [1.0,2.0)",
            List.of(PROBLEM),
            "0123456789abcdef".repeat(4),
            "hello.world.jar",
            FakeExtensions.INSTALLED,
            "Hello, world",
            "Greets the whole world, not only those who come by.",
            12);
    SliceReport slice =
        Twenty.report(
            "hello.world.greeter",
            SliceState.BLOCKED,
            "hello.core failed",
            new TreeSet<>(Set.of(new SliceName("hello.core"))));
    Golden.assertMatches(
        "extension-info.txt",
        page(
            new ExtensionDetails(
                waiting,
                new FakeExtensions().versions(waiting.name()).stream().findFirst(),
                List.of(slice),
                List.of(
                    new Need("package org.example.greeting [1.0,2.0)", "", false),
                    new Need("package hotshoe.slice [1.0,2.0)", "the host", false),
                    new Need("package org.slf4j [2.0,3.0)", "the host", true),
                    new Need("package org.example.colour", "", true)),
                List.of("package hello.world 2.1.0", "service hello.world.Greeter"),
                List.of("hello.py", "lib/words.py"),
                List.of("limits-memory 256MiB (archive)", "sandbox wanted (etc/hotshoe.yaml:4)"),
                List.of("a sandbox hides no files here: unshare, which hides no files"))));
  }

  @Test
  void everyWayInWhichAChangeCanEndIsToldInWords() {
    Extension active = FakeExtensions.extension("hello", "1.1.0", ExtensionState.ACTIVE, "");
    Extension waiting =
        FakeExtensions.extension("hello", "1.1.0", ExtensionState.WAITING, "it needs x");
    Golden.assertMatches(
        "outcomes.txt",
        Stream.of(
                new Outcome.Installed(active),
                new Outcome.Installed(waiting),
                new Outcome.Upgraded(active, new Version("1.0.0")),
                new Outcome.AlreadyPresent(active),
                new Outcome.Enabled(active),
                new Outcome.Disabled(active),
                new Outcome.Uninstalled(active.name(), active.version()),
                new Outcome.Refused(List.of(PROBLEM, Problem.warning("HS-DEPLOY-001", "and so"))),
                new Outcome.Failed(PROBLEM, true),
                new Outcome.Failed(PROBLEM, false))
            .map(ValueConverterTest::page)
            .collect(Collectors.joining("\n\n")));
  }

  @Test
  void slicesAreATableInStartOrder() {
    Golden.assertMatches(
        "slice-list.txt", page(new Listing<>(SliceReport.class, new FakeSlices().list())));
  }

  @Test
  @Proves("INM-34")
  void theStatusShowsProductExtensionsSlicesAndFeaturesWithVersions() {
    String page = page(new FakeHost().status());
    assertTrue(page.lines().anyMatch(line -> line.startsWith("up ")), page);
    Golden.assertMatches(
        "status.txt",
        page.lines().filter(line -> !line.startsWith("up ")).collect(Collectors.joining("\n")));
  }

  @Test
  void theConfigurationShowsWhereAValueComesFromAndHidesSecrets() {
    List<Value> values =
        List.of(
            new Value("gateway.port", 7700L, new Origin.Default(), false),
            new Value("extensions.hello.token", "s3cret", new Origin.Environment("X"), true));
    String page = page(new Listing<>(Value.class, values));
    assertEquals(
        """
        KEY                     VALUE     FROM
        gateway.port            7700      default
        extensions.hello.token  ********  environment variable X""",
        page);
  }

  @Test
  void anEmptyListingSaysSo() {
    assertEquals("none", page(new Listing<>(SliceReport.class, List.of())));
  }

  @Test
  void asPartOfALineAnExtensionIsItsName() {
    Extension extension = new FakeExtensions().list().get(1);
    assertEquals("hello", converter.format(extension, Converter.PART, converter).toString());
    assertEquals("hello", converter.convert(String.class, extension).toString());
  }

  @Test
  void valuesOfOthersAreLeftToOthers() {
    assertNull(converter.format(Map.of(), Converter.INSPECT, converter));
    assertNull(converter.convert(String.class, new Object()));
    assertNull(converter.convert(Integer.class, new FakeExtensions().list().get(0)));
  }

  @Test
  void durationsAreToldInTheUnitsThatMatter() {
    assertEquals("12 ms", Moment.of(Duration.ofMillis(12)));
    assertEquals("1.5 s", Moment.of(Duration.ofMillis(1_500)));
    assertEquals("3 min 5 s", Moment.of(Duration.ofSeconds(185)));
    assertEquals("2 h 1 min", Moment.of(Duration.ofSeconds(7_265)));
    assertEquals("3 d 4 h", Moment.of(Duration.ofHours(76)));
  }

  private static String page(Object value) {
    return ValueConverter.page(value, new Screen(100, false, true)).orElseThrow();
  }
}
