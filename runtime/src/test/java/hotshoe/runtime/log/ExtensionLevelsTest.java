package hotshoe.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hotshoe.conformance.Proves;
import hotshoe.host.LogLevels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Levels of services in a real framework, on the loggers of this process. */
class ExtensionLevelsTest {

  private static final Logger NOISY = Logger.getLogger("levels.test.noisy");
  private static final Logger CHILD = Logger.getLogger("levels.test.noisy.child");
  private static final Logger OPERATED = Logger.getLogger("levels.operated");
  private static final Logger BELOW = Logger.getLogger("levels.operated.below");
  private static final Logger BESIDE = Logger.getLogger("levels.operatedtoo");

  @TempDir Path home;
  private Framework framework;

  @BeforeEach
  void start() throws Exception {
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, home.toString()));
    framework.start();
    OPERATED.setLevel(Level.WARNING);
    ExtensionLevels.follow(framework.getBundleContext(), List.of("levels.operated"));
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
    OPERATED.setLevel(null);
  }

  private ServiceRegistration<?> offer(LogLevels levels) {
    return framework.getBundleContext().registerService(LogLevels.class, levels, null);
  }

  @Test
  @Proves("INM-55")
  void anExtensionsLevelsComeAndGoWithIt() {
    ServiceRegistration<?> service =
        offer(() -> Map.of("levels.test.noisy", LogLevels.Level.ERROR));
    assertEquals(Level.SEVERE, NOISY.getLevel());
    assertEquals(false, CHILD.isLoggable(Level.WARNING));
    service.unregister();
    assertNull(NOISY.getLevel());
    assertEquals(true, CHILD.isLoggable(Level.WARNING));
  }

  @Test
  @Proves("INM-55")
  void whatTheOperatorSaidGoesBeforeIt() {
    Level root = Logger.getLogger("").getLevel();
    offer(
        () ->
            Map.of(
                "levels.operated", LogLevels.Level.TRACE,
                "levels.operated.below", LogLevels.Level.TRACE,
                "levels.operatedtoo", LogLevels.Level.TRACE,
                "", LogLevels.Level.OFF));
    assertEquals(Level.WARNING, OPERATED.getLevel());
    assertNull(BELOW.getLevel());
    assertEquals(Level.FINEST, BESIDE.getLevel());
    assertEquals(root, Logger.getLogger("").getLevel());
  }

  @Test
  void ofTwoTheFirstGoesBeforeTheSecondWhichFollowsIt() {
    ServiceRegistration<?> first = offer(() -> Map.of("levels.test.noisy", LogLevels.Level.DEBUG));
    ServiceRegistration<?> second = offer(() -> Map.of("levels.test.noisy", LogLevels.Level.OFF));
    assertEquals(Level.FINE, NOISY.getLevel());
    first.unregister();
    assertEquals(Level.OFF, NOISY.getLevel());
    second.unregister();
    assertNull(NOISY.getLevel());
  }

  @Test
  void anExtensionThatFailsToSayChangesNothing() {
    offer(
        () -> {
          throw new IllegalStateException("for the test");
        });
    offer(() -> Map.of("levels.test.noisy", LogLevels.Level.WARN));
    assertEquals(Level.WARNING, NOISY.getLevel());
  }
}
