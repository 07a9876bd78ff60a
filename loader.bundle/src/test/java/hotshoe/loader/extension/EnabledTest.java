package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option enabled-extensions, and enabling by hand. */
class EnabledTest {

  @TempDir Path home;
  private TestConfiguration configuration;

  @BeforeEach
  void deployThree() throws Exception {
    configuration = new TestConfiguration(home);
    Files.createDirectories(configuration.path("deploy"));
    for (String name : List.of("alpha", "beta", "gamma")) {
      BundleJar.named(name).starts("").in(configuration.path("deploy"), name + ".jar");
    }
  }

  @Test
  void unsetAllRunByName() {
    try (TestHost host = new TestHost(configuration)) {
      assertEquals(List.of(), host.loader.start());
      assertEquals(
          List.of("alpha 1.0.0 start", "beta 1.0.0 start", "gamma 1.0.0 start"), starts(host));
    }
  }

  @Test
  @Proves({"INM-02", "INM-03", "INM-06"})
  void exactlyThoseNamedRunInThatOrderBlanksAndDoublesPassedOver() {
    configuration.set("enabled-extensions", List.of(" gamma ", "", "alpha", "gamma", "hotshoe"));
    try (TestHost host = new TestHost(configuration)) {
      assertEquals(List.of(), host.loader.start());
      assertEquals(
          List.of("gamma options", "gamma 1.0.0 start", "alpha options", "alpha 1.0.0 start"),
          host.takeJournal());
      assertEquals(ExtensionState.DISABLED, host.extension("beta").state());
      assertEquals(
          "the option enabled-extensions (etc/hotshoe.yaml:3) does not name it",
          host.extension("beta").cause());
    }
  }

  @Test
  @Proves("INM-04")
  void aNameThatIsNotThereRefusesTheStartBeforeAnythingRuns() {
    configuration.set("enabled-extensions", List.of("alpha", "Beta"));
    try (TestHost host = new TestHost(configuration)) {
      ProblemException refusal = assertThrows(ProblemException.class, host.loader::start);
      assertEquals(
          List.of(
              "HS-EXTENSION-001: the extension 'Beta' is not there (etc/hotshoe.yaml:3): the option"
                  + " enabled-extensions names it; installed are: alpha, beta, gamma;"
                  + " copy its jar into deploy/, or correct the option"),
          refusal.problems().stream().map(Problem::sentence).toList());
      assertEquals(List.of(), host.takeJournal());
    }
  }

  @Test
  @Proves({"INM-02", "INM-05"})
  void namedNoneNoneRunsAndALineTellsHowToEnable() {
    configuration.set("enabled-extensions", List.of());
    try (TestHost host = new TestHost(configuration)) {
      assertEquals(List.of(), host.loader.start());
      assertEquals(List.of(), host.takeJournal());
    }
    EnabledExtensions none = EnabledExtensions.of(configuration);
    assertEquals(
        Optional.of(
            "no extension runs, because the option enabled-extensions (etc/hotshoe.yaml:3) is empty;"
                + " name those that shall run there, or remove it to run all: alpha, beta"),
        none.hint(List.of(new ExtensionName("beta"), new ExtensionName("alpha"))));
    assertEquals(Optional.empty(), none.hint(List.of()));
  }

  @Test
  @Proves("INM-06")
  void wrongOptionsKeepAnExtensionFromRunning() {
    try (TestHost host = new TestHost(configuration)) {
      host.options.wrong(
          "alpha", Problem.error("HS-OPTION-001", "the option port is not a number"));
      host.options.wrong("beta", Problem.warning("HS-OPTION-002", "the option prt is not known"));
      assertEquals(
          List.of("HS-OPTION-001", "HS-OPTION-002"),
          host.loader.start().stream().map(Problem::code).toList());
      assertEquals(ExtensionState.BROKEN, host.extension("alpha").state());
      assertEquals("the option port is not a number", host.extension("alpha").cause());
      assertEquals(ExtensionState.ACTIVE, host.extension("beta").state());
      assertEquals(List.of("beta 1.0.0 start", "gamma 1.0.0 start"), starts(host));
    }
  }

  @Test
  @Proves("INM-09")
  void allExtensionsAreKnownWithoutRunningAny() {
    try (TestHost host = new TestHost(configuration)) {
      assertEquals(List.of(), host.loader.inspect());
      assertEquals(List.of(), host.loader.inspect());
      assertEquals(3, host.loader.list().size());
      assertTrue(host.loader.list().stream().allMatch(extension -> extension.bundle() > 0));
      assertEquals(List.of(), host.takeJournal());
    }
  }

  @Test
  @Proves({"INM-05", "INM-07"})
  void oneThatFailsOrHangsIsBrokenAndTheOthersRun() {
    configuration.set("slice.start-limit", "0.3s");
    BundleJar.named("bad").starts("throw").in(configuration.path("deploy"), "bad.jar");
    BundleJar.named("hung").starts("hang").in(configuration.path("deploy"), "hung.jar");
    try (TestHost host = new TestHost(configuration)) {
      assertEquals(
          List.of("HS-EXTENSION-006", "HS-EXTENSION-007"),
          host.loader.start().stream().map(Problem::code).toList());
      assertEquals(
          "hung 1.0.0 did not start in time: its bundle needs more than 300 ms; it was left behind",
          host.extension("hung").cause());
      assertEquals(ExtensionState.ACTIVE, host.extension("gamma").state());
      assertInstanceOf(Outcome.Uninstalled.class, host.loader.uninstall(new ExtensionName("hung")));
      host.awaitGone("hung");
    }
  }

  @Test
  void disablingStopsAndLastsUntilEnabling() {
    ExtensionName beta = new ExtensionName("beta");
    try (TestHost host = new TestHost(configuration)) {
      host.loader.start();
      host.takeJournal();
      assertInstanceOf(Outcome.Disabled.class, host.loader.disable(beta));
      assertEquals(List.of("beta retire", "beta 1.0.0 stop"), host.takeJournal());
      assertEquals("somebody disabled it", host.extension("beta").cause());
    }
    try (TestHost host = new TestHost(configuration)) {
      assertEquals(List.of(), host.loader.start());
      assertEquals(List.of("alpha 1.0.0 start", "gamma 1.0.0 start"), starts(host));
      BundleJar.named("beta").version("1.1.0").starts("").in(host.deploy, "beta.jar");
      host.await("the new version", () -> host.extension("beta").version().getMinor() == 1);
      assertEquals(ExtensionState.DISABLED, host.extension("beta").state());
      assertInstanceOf(Outcome.Enabled.class, host.loader.enable(beta));
      host.awaitVersion("beta", "1.1.0");
    }
    try (TestHost host = new TestHost(configuration)) {
      host.loader.start();
      assertEquals(ExtensionState.ACTIVE, host.extension("beta").state());
    }
  }

  @Test
  void enablingWhatTheOptionDoesNotNameIsRefused() {
    configuration.set("enabled-extensions", List.of("alpha"));
    try (TestHost host = new TestHost(configuration)) {
      host.loader.start();
      Outcome.Refused refused =
          assertInstanceOf(Outcome.Refused.class, host.loader.enable(new ExtensionName("beta")));
      assertEquals("HS-EXTENSION-005", refused.problems().get(0).code());
      Outcome.Refused unknown =
          assertInstanceOf(Outcome.Refused.class, host.loader.disable(new ExtensionName("delta")));
      assertEquals("HS-EXTENSION-004", unknown.problems().get(0).code());
    }
  }

  private static List<String> starts(TestHost host) {
    return host.takeJournal().stream().filter(line -> line.endsWith("start")).toList();
  }
}
