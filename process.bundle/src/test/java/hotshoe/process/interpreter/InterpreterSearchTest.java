package hotshoe.process.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.process.Interpreter;
import hotshoe.process.run.Stage;
import hotshoe.process.run.WrittenConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.launch.Framework;

class InterpreterSearchTest {

  private static final Duration OFTEN = Duration.ofMillis(50);

  @TempDir Path home;
  private Stage stage;
  private Framework framework;
  private BundleContext context;
  private WrittenConfiguration configuration;

  @BeforeEach
  void open() throws BundleException {
    configuration = new WrittenConfiguration(home.resolve("data"));
    stage = new Stage(home, configuration);
    framework =
        new FrameworkFactory()
            .newFramework(Map.of("org.osgi.framework.storage", home.resolve("cache").toString()));
    framework.init();
    context = framework.getBundleContext();
  }

  @AfterEach
  void close() throws IOException, BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(10_000);
    stage.close();
  }

  private Path interpreter(String name, String version) throws IOException {
    return stage.script(
        name, "#!/bin/sh", "echo asked >> " + home.resolve("asked"), "echo " + version);
  }

  private long asked() throws IOException {
    Path file = home.resolve("asked");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  private List<String> found(String filter) {
    try {
      ServiceReference<?>[] references =
          context.getServiceReferences(Interpreter.class.getName(), filter);
      return references == null
          ? List.of()
          : Arrays.stream(references)
              .sorted((left, right) -> right.compareTo(left))
              .map(reference -> (Interpreter) context.getService(reference))
              .map(it -> it.language() + " " + it.version() + " " + it.path().getFileName())
              .toList();
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private InterpreterSearch search(Offered offered) {
    return new InterpreterSearch(configuration, offered, stage.processes, OFTEN);
  }

  @Test
  void theInterpretersOfThisMachineAreFoundAndCanBeAskedForByVersion() {
    Offered offered = new Offered(context, configuration);
    InterpreterSearch search = search(offered);
    Stage.until(() -> !found("(&(language=python)(version>=3.6.0)(!(version>=4.0.0)))").isEmpty());
    assertEquals(List.of(), found("(&(language=python)(version>=4.0.0))"));
    assertTrue(found("(language=bash)").get(0).startsWith("bash "));
    search.close();
    offered.close();
    assertEquals(List.of(), found("(language=*)"));
  }

  @Test
  void thoseThatTheOperatorNamesCountAndNoOthersAndTheFirstIsPreferred() throws IOException {
    Path old = interpreter("old", "2.7.18");
    Path young = interpreter("young", "3.13.0");
    Path broken = stage.script("broken", "#!/bin/sh", "exit 3");
    configuration
        .with("interpreters.python", List.of(young.toString(), broken.toString(), old.toString()))
        .with("interpreters.bash", List.of())
        .with("interpreters.node", List.of());
    Offered offered = new Offered(context, configuration);
    InterpreterSearch search = search(offered);
    Stage.until(() -> found("(language=*)").size() == 2);
    assertEquals(List.of("python 3.13.0 young", "python 2.7.18 old"), found("(language=*)"));
    search.close();
    offered.close();
  }

  @Test
  void whatWasFoundIsThereAtTheNextStartWithoutBeingAsked() throws IOException {
    configuration
        .with("interpreters.python", List.of(interpreter("one", "3.8.1").toString()))
        .with("interpreters.bash", List.of())
        .with("interpreters.node", List.of());
    Offered offered = new Offered(context, configuration);
    InterpreterSearch search = search(offered);
    Stage.until(() -> Files.exists(home.resolve("data/interpreters.txt")));
    search.close();
    offered.close();
    assertEquals(1, asked());

    Offered next = new Offered(context, configuration);
    assertEquals(List.of("python 3.8.1 one"), found("(language=python)"));
    assertEquals(1, asked());
    next.close();

    configuration.with("interpreters.python", List.of());
    Offered unwanted = new Offered(context, configuration);
    assertEquals(List.of(), found("(language=*)"));
    unwanted.close();
  }

  @Test
  void aFileThatChangesOrGoesIsNoticed() throws IOException {
    Path file = interpreter("python", "3.8.1");
    configuration
        .with("interpreters.python", List.of(file.toString()))
        .with("interpreters.bash", List.of())
        .with("interpreters.node", List.of());
    Offered offered = new Offered(context, configuration);
    InterpreterSearch search = search(offered);
    Stage.until(() -> found("(language=*)").equals(List.of("python 3.8.1 python")));
    interpreter("python", "3.12.10");
    Stage.until(() -> found("(language=*)").equals(List.of("python 3.12.10 python")));
    Files.delete(file);
    Stage.until(() -> found("(language=*)").isEmpty());
    search.close();
    offered.close();
  }

  @Test
  void aSpoiltMemoryIsForgotten() throws IOException {
    Files.createDirectories(home.resolve("data"));
    Files.write(home.resolve("data/interpreters.txt"), new byte[] {0, -1, 9, 9, 9, 9, 10, 'x'});
    Offered offered = new Offered(context, configuration);
    assertEquals(List.of(), offered.current());
    assertEquals(
        new Version(1, 2, 3),
        Found.parse("python\t1.2.3\t4\t5\t/a\tb").orElseThrow().interpreter().version());
    assertTrue(Found.parse("python\t1.2.3.x\t4\t5\t/a").isEmpty());
    assertTrue(Found.parse("python\t1.2.3\t4\t5\trelative").isEmpty());
    offered.close();
  }
}
