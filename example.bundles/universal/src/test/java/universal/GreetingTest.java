package universal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.operation.OperationDescription;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.runtime.Hotshoe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The example as its user meets it: dropped into a host. */
@Timeout(60)
class GreetingTest {

  private static final Path EXTENSION = Path.of("target/greeting-1.0.0.zip");
  private static final Path TEMPLATE = Path.of("target/unv_tmplt_Greeting-1.0.0.zip");

  @TempDir Path folder;

  @Test
  void itRunsOnceThereIsAPythonAndSaysUntilThenWhatItWaitsFor() throws IOException {
    Path archive = edited(EXTENSION, "\">=3.6\"", "\"==2.4.*\"");
    try (Hotshoe hotshoe = Hotshoe.builder().deploy(archive).start()) {
      Extension greeting = find(hotshoe);
      assertEquals(ExtensionState.WAITING, greeting.state());
      assertEquals("universal", greeting.dialect());
      assertEquals("1.0.0", greeting.version().toString());
      List<String> words = greeting.problems().stream().map(Problem::sentence).toList();
      assertTrue(words.toString().contains("python"), words::toString);
      assertTrue(words.toString().contains("2.4"), words::toString);
      hotshoe.extensions().install(python("2.4.6"));
      await(() -> find(hotshoe).state() == ExtensionState.ACTIVE);
    }
  }

  @Test
  void anApiLevelThatTheHostDoesNotOfferIsWaitedFor() throws IOException {
    Path archive = edited(EXTENSION, "\"1.1.0\"", "\"1.8.0\"");
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      hotshoe.extensions().install(archive);
      Extension greeting = find(hotshoe);
      assertEquals(ExtensionState.WAITING, greeting.state());
      List<String> words = greeting.problems().stream().map(Problem::sentence).toList();
      assertTrue(words.toString().contains("1.8"), words::toString);
    }
  }

  @Test
  void withItsTemplateItsFormIsInTheCatalogue() throws IOException {
    try (Hotshoe hotshoe = Hotshoe.builder().deploy(TEMPLATE).deploy(python("3.6.1")).start()) {
      await(() -> names(hotshoe).size() == 3);
      assertEquals(ExtensionState.ACTIVE, find(hotshoe).state());
      assertEquals(
          List.of("greeting.choices-language", "greeting.command-repeat", "greeting.start"),
          names(hotshoe));
      OperationDescription start = hotshoe.operations().find("greeting.start").orElseThrow();
      assertEquals("Greeting", start.title());
      assertEquals(
          List.of("name", "language"), start.parameters().stream().map(it -> it.name()).toList());
      String message =
          Assertions.assertThrows(
                  ProblemException.class,
                  () -> hotshoe.operations().call("greeting.start", Map.of("name", "you")))
              .getMessage();
      assertTrue(message.startsWith("HS-UNIVERSAL-009: greeting was not run"), message);
    }
  }

  @Test
  @Proves({"UE-16", "UE-17"})
  void whatIsGivenBackIsWhatCameUnderTheNameOfItsHome() throws IOException {
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      Installer installer = hotshoe.require(Installer.class);
      for (Path archive : List.of(EXTENSION, TEMPLATE, form())) {
        hotshoe.extensions().install(archive);
        Extension installed = hotshoe.extensions().list().get(0);
        assertEquals("universal", installed.dialect());
        ExportedArchive exported = installer.export(installed.name()).orElseThrow();
        try (InputStream bytes = exported.bytes()) {
          assertArrayEquals(Files.readAllBytes(archive), bytes.readAllBytes());
        }
        assertEquals(archive.getFileName().toString(), exported.fileName());
        hotshoe.extensions().uninstall(installed.name());
        assertEquals(List.of(), hotshoe.extensions().list());
        assertTrue(installer.export(installed.name()).isEmpty());
      }
    }
  }

  @Test
  @Proves("UE-16")
  void whatTheManifestSaysCanBeSeenWhileItIsInstalled() throws IOException {
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      hotshoe.extensions().install(EXTENSION);
      BundleContext context =
          FrameworkUtil.getBundle(hotshoe.extensions().getClass()).getBundleContext();
      Dictionary<String, String> headers = headers(context).orElseThrow();
      assertEquals("greeting", headers.get("Hotshoe-Extension"));
      assertEquals("1.0.0", headers.get("Universal-Version"));
      assertEquals("1.1.0", headers.get("Universal-Api-Level"));
      assertEquals(">=3.6", headers.get("Universal-Requires-Python"));
      assertEquals("true", headers.get("Universal-Zip-Safe"));
      assertEquals("Hotshoe", headers.get("Universal-Owner"));
      hotshoe.extensions().uninstall(new ExtensionName("greeting"));
      assertTrue(headers(context).isEmpty());
    }
  }

  @Test
  void aReleaseFollowsItsCandidateAndNotTheOtherWayRound() throws IOException {
    Path candidate = edited(EXTENSION, "version: 1.0.0", "version: 1.0.0-rc.1");
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      assertInstanceOf(Outcome.Installed.class, hotshoe.extensions().install(candidate));
      assertInstanceOf(Outcome.Upgraded.class, hotshoe.extensions().install(EXTENSION));
      assertInstanceOf(Outcome.Refused.class, hotshoe.extensions().install(candidate));
      assertEquals("1.0.0", find(hotshoe).version().toString());
    }
  }

  private static Optional<Dictionary<String, String>> headers(BundleContext context) {
    return Stream.of(context.getBundles())
        .filter(bundle -> "universal.greeting".equals(bundle.getSymbolicName()))
        .map(bundle -> bundle.getHeaders(""))
        .findFirst();
  }

  /** A template package that holds a form and an icon, and no extension. */
  private Path form() throws IOException {
    Path file = folder.resolve("unv_tmplt_A_form_.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("template.json"));
      out.write("{\"name\": \"A form!\", \"fields\": []}".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("template_icon.png"));
    }
    return file;
  }

  private static Extension find(Hotshoe hotshoe) {
    return hotshoe
        .extensions()
        .find(new ExtensionName("greeting"))
        .orElseThrow(() -> new AssertionError(hotshoe.problems().toString()));
  }

  /** The archive with another text in its manifest. */
  private Path edited(Path archive, String from, String to) throws IOException {
    Path copy = folder.resolve("edited-" + archive.getFileName());
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        boolean isManifest = entry.getName().equals("extension.yml");
        out.write(
            isManifest
                ? new String(bytes, StandardCharsets.UTF_8)
                    .replace(from, to)
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    }
    return copy;
  }

  /** A bundle that stands for an interpreter, so that the test needs none. */
  private Path python(String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "some.python");
    headers.putValue("Bundle-Version", "1.0.0");
    headers.putValue(
        "Provide-Capability",
        "hotshoe.interpreter;language=python;version:Version=\"" + version + "\"");
    Path jar = folder.resolve("python.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  private static List<String> names(Hotshoe hotshoe) {
    return hotshoe.operations().list().stream()
        .map(operation -> operation.name().toString())
        .filter(name -> name.startsWith("greeting."))
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
