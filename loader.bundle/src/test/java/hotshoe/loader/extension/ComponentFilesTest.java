package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions of components that nobody can read. */
class ComponentFilesTest {

  private static final String GOOD =
      "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='words'>"
          + "<implementation class='x.Words'/></scr:component>";

  @TempDir Path home;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OSGI-INF/lost.xml                | OSGI-INF/lost.xml | it is not in the bundle
          OSGI-INF/good.xml, lost/*.xml    | lost/*.xml        | it is not in the bundle
          OSGI-INF/broken.xml              | OSGI-INF/broken.xml | line 2 is not well-formed XML
          OSGI-INF/*.xml                   | OSGI-INF/broken.xml | line 2 is not well-formed XML
          refused/nothing.xml              | refused/nothing.xml \
          | declarative services do not take idle; see the log
          """)
  void aDescriptionThatIsNotReadIsReported(String header, String file, String why) {
    try (TestHost host = TestHost.started(home)) {
      jar("1.0.0").header("Service-Component", header).in(host.deploy, "words.jar");
      Extension words = host.await("words", ExtensionState.DEGRADED);
      assertEquals(
          List.of(
              "HS-EXTENSION-028: a component of words 1.0.0 does nothing, for it is not read "
                  + "(deploy/words.jar, "
                  + file
                  + "): "
                  + why
                  + "; correct the file, or the header Service-Component that names it"),
          words.problems().stream()
              .map(Problem::sentence)
              .filter(sentence -> !sentence.contains("HS-EXTENSION-018"))
              .toList());
      assertTrue(words.cause().endsWith(why), words::cause);
    }
  }

  @Test
  void allThatIsReadIsNotMentionedWhateverItsFileIsCalled() {
    try (TestHost host = TestHost.started(home)) {
      jar("1.0.0").header("Service-Component", "OSGI-INF/good.xml").in(host.deploy, "words.jar");
      host.await("words", ExtensionState.ACTIVE);
    }
  }

  @Test
  void aNewVersionWithoutItsComponentsDoesNotReplaceOneThatHasThem() {
    try (TestHost host = TestHost.started(home)) {
      jar("1.0.0").header("Service-Component", "OSGI-INF/good.xml").in(host.deploy, "words.jar");
      host.await("words", ExtensionState.ACTIVE);
      jar("2.0.0").header("Service-Component", "OSGI-INF/lost.xml").in(host.deploy, "words.jar");
      host.awaitRejected(1);
      host.awaitVersion("words", "1.0.0");
    }
  }

  private static BundleJar jar(String version) {
    return BundleJar.named("words")
        .version(version)
        .entry("OSGI-INF/good.xml", bytes(GOOD))
        .entry("OSGI-INF/broken.xml", bytes("<component name='other'>\n</compo"))
        .entry("refused/nothing.xml", bytes("<component name='idle'></component>"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
