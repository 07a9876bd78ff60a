package hotshoe.loader.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.loader.scripted.ZipBytes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/** In a framework that knows nothing of hosts, an archive is installed by its URL. */
class ExtensionUrlsTest {

  @TempDir Path folder;

  private Framework framework;
  private BundleContext context;
  private ExtensionUrls urls;

  @BeforeEach
  void start() throws BundleException {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("framework").toString(),
                    "felix.cache.locking",
                    "false"));
    framework.init();
    context = framework.getBundleContext();
    urls = new ExtensionUrls(context, Optional.empty());
    context.registerService(
        URLStreamHandlerService.class,
        urls,
        new Hashtable<>(Map.of(URLConstants.URL_HANDLER_PROTOCOL, new String[] {"ext"})));
    framework.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  void anArchiveBecomesABundleByItsUrl() throws Exception {
    urls.learn(new WordsDialect());
    Path archive =
        Files.write(
            folder.resolve("greeter words.zip"),
            new ZipBytes()
                .file("words.txt", "greeter 1.2.3 hello".getBytes(StandardCharsets.UTF_8))
                .bytes());
    Bundle bundle = context.installBundle("ext:" + archive.toUri());
    assertEquals("greeter", bundle.getSymbolicName());
    assertEquals("1.2.3", bundle.getVersion().toString());
    try (InputStream words = bundle.getEntry("files/words.txt").openStream()) {
      assertEquals("greeter 1.2.3 hello", new String(words.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(List.of(), left());
  }

  @Test
  void whatIsABundleStaysOne() throws Exception {
    Path jar = BundleJar.named("plain").version("1.0.0").in(folder, "plain.jar");
    Bundle bundle = context.installBundle("ext:file:" + jar);
    bundle.start();
    assertEquals(Bundle.ACTIVE, bundle.getState());
    try (InputStream bytes = new URL("ext:" + jar).openStream()) {
      assertEquals(Files.size(jar), bytes.readAllBytes().length);
    }
    assertEquals(List.of(), left());
  }

  @Test
  void whatIsWrongIsSaidInWords() throws Exception {
    Path archive =
        Files.write(folder.resolve("x.zip"), new ZipBytes().file("x", new byte[1]).bytes());
    assertTrue(said("ext:file:" + archive).contains("HS-ARCHIVE-008"));
    assertTrue(said("ext:file:" + folder.resolve("nothing")).contains("HS-SOURCE-003"));
    assertTrue(said("ext:http://127.0.0.1:9/x.zip").contains("HS-SOURCE-010"));
    assertTrue(said("ext:ftp://example.org/x").contains("HS-SOURCE-001"));
    BundleException failure =
        assertThrows(BundleException.class, () -> context.installBundle("ext:file:" + archive));
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertTrue(cause.getMessage().contains("HS-ARCHIVE-008"), cause::toString);
    assertEquals(List.of(), left());
  }

  private static String said(String url) {
    return assertThrows(IOException.class, () -> new URL(url).openStream()).getMessage();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> paths = Files.list(context.getDataFile("ext/archives").toPath())) {
      return paths.toList();
    }
  }
}
