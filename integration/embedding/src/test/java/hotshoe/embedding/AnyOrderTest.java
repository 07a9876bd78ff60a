package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.embedding.upgrade.Nosy;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.runtime.Hotshoe;
import hotshoe.setting.Settings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The catalogue while its neighbours come and go in any order, and are called from anywhere. */
class AnyOrderTest {

  private static final List<String> NEIGHBOURS =
      List.of("hotshoe.core", "org.apache.felix.configadmin", "org.apache.felix.metatype");

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void callsFromAnActivatorAProviderAndAListenerWaitForNobody() throws Exception {
    try (Hotshoe hotshoe =
        Hotshoe.builder().home(folder.resolve("home")).deploy(CatalogueTest.BILLING).start()) {
      long began = System.nanoTime();
      assertInstanceOf(Outcome.Installed.class, hotshoe.extensions().install(nosy()));
      Settings settings = hotshoe.settings();
      settings.set(Settings.DEFAULT_ENVIRONMENT, "retain_days", 12L);
      until(
          "the listener has set what it heard",
          () -> settings.get(Settings.DEFAULT_ENVIRONMENT, "heard").value().equals(of(12L)));
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertTrue(took < 5_000, "that took " + took + " ms");
      hotshoe.operations().call("nosy.look", Map.of());
    }
  }

  private static java.util.Optional<Object> of(Object value) {
    return java.util.Optional.of(value);
  }

  @Test
  @Timeout(120)
  void neighboursStopAndStartInAnyOrderWhileCallsRun() throws Exception {
    try (Hotshoe hotshoe =
        Hotshoe.builder().home(folder.resolve("home")).deploy(CatalogueTest.BILLING).start()) {
      Bundle[] all =
          FrameworkUtil.getBundle(hotshoe.operations().getClass()).getBundleContext().getBundles();
      List<Bundle> bundles =
          new ArrayList<>(
              Arrays.stream(all).filter(it -> NEIGHBOURS.contains(it.getSymbolicName())).toList());
      assertEquals(NEIGHBOURS.size(), bundles.size());
      AtomicBoolean enough = new AtomicBoolean();
      AtomicLong calls = new AtomicLong();
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Thread caller = new Thread(() -> hammer(hotshoe, enough, calls), "caller " + i);
        caller.start();
        callers.add(caller);
      }
      Random random = new Random(4711);
      for (int round = 0; round < 12; round++) {
        java.util.Collections.shuffle(bundles, random);
        for (Bundle bundle : bundles) {
          bundle.stop();
        }
        java.util.Collections.shuffle(bundles, random);
        for (Bundle bundle : bundles) {
          bundle.start();
        }
        long before = calls.get();
        until("calls succeed again", () -> calls.get() > before);
      }
      enough.set(true);
      for (Thread caller : callers) {
        caller.join(20_000);
        assertTrue(!caller.isAlive(), caller + " does not come back");
      }
      assertEquals(1, named("hotshoe task watchdog"), "threads of components that have gone");
      assertEquals(1, named("hotshoe audit"), "threads of components that have gone");
      assertEquals(1, named("hotshoe task history"), "threads of components that have gone");
      assertTrue(
          hotshoe.settings().list(Settings.DEFAULT_ENVIRONMENT).stream()
              .anyMatch(it -> it.setting().name().equals("retain_days")));
    }
  }

  private static void hammer(Hotshoe hotshoe, AtomicBoolean enough, AtomicLong calls) {
    while (!enough.get()) {
      try {
        Operations operations = hotshoe.operations();
        operations.call("billing.quote", Map.of("seats", 1));
        operations
            .start(CallRequest.of("billing.quote", Map.of("seats", 1)))
            .await(Duration.ofSeconds(20))
            .orElseThrow()
            .orElseThrow();
        calls.incrementAndGet();
      } catch (RuntimeException notNow) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static long named(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().equals(name))
        .count();
  }

  private static void until(String what, BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "never: " + what);
      Thread.sleep(5);
    }
  }

  private Path nosy() throws Exception {
    Path file = folder.resolve("nosy.jar");
    Manifest manifest = new Manifest();
    Map.of(
            "Manifest-Version", "1.0",
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "nosy",
            "Bundle-Version", "1.0.0",
            "Hotshoe-Extension", "nosy",
            "Import-Package",
                "hotshoe.operation;version=\"[1,2)\",hotshoe.setting;version=\"[1,2)\","
                    + "hotshoe.task;version=\"[1,2)\"",
            "Service-Component", "OSGI-INF/nosy.xml")
        .forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    String type = Nosy.class.getName();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream code = Nosy.class.getResourceAsStream("Nosy.class")) {
      add(jar, "OSGI-INF/nosy.xml", component(type));
      add(jar, type.replace('.', '/') + ".class", code.readAllBytes());
    }
    return file;
  }

  private static byte[] component(String type) {
    return """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="nosy" init="2">
          <service>
            <provide interface="hotshoe.operation.OperationComponent"/>
            <provide interface="hotshoe.setting.SettingProvider"/>
            <provide interface="hotshoe.setting.EnvironmentListener"/>
          </service>
          <reference name="operations" interface="hotshoe.operation.Operations" parameter="0"/>
          <reference name="settings" interface="hotshoe.setting.Settings" parameter="1"/>
          <implementation class="%s"/>
        </scr:component>
        """
        .formatted(type)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream jar, String path, byte[] content) throws Exception {
    jar.putNextEntry(new JarEntry(path));
    jar.write(content);
    jar.closeEntry();
  }
}
