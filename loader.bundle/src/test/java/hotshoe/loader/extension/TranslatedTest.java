package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.WordsDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** What happens to an archive that is no bundle, when somebody knows its format. */
class TranslatedTest {

  private static final String WORDS = "Héllo <&> \"wörld\"\n\tsaid 😀 it";

  @TempDir Path home;

  @Test
  void anArchiveOfAKnownFormatBecomesABundleThatRuns() throws IOException {
    try (TestHost host = started()) {
      host.loader.install(archive("greeter", "1.2.3"));
      Extension greeter = host.await("greeter", ExtensionState.ACTIVE);
      assertEquals("words", greeter.dialect());
      assertEquals("1.2.3", greeter.version().toString());
      Bundle bundle = bundle(host);
      assertEquals(
          "echo hi",
          new String(
              bundle.getEntry("files/bin/run.sh").openStream().readAllBytes(),
              StandardCharsets.UTF_8));
    }
  }

  @Test
  void everyPropertyOfAComponentArrivesAsItWas() throws IOException, InvalidSyntaxException {
    try (TestHost host = started()) {
      host.loader.install(archive("greeter", "1.2.3"));
      host.await("greeter", ExtensionState.ACTIVE);
      BundleContext context = host.context();
      Supplier<?> service =
          context.getService(
              context.getServiceReferences(Supplier.class, "(component.name=speaker)").stream()
                  .findFirst()
                  .orElseThrow());
      Map<?, ?> properties = (Map<?, ?>) service.get();
      assertEquals(WORDS, properties.get("words"));
      assertTrue(host.journal.contains("says " + WORDS), host.journal::toString);
      assertEquals(3L, properties.get("count"));
      assertEquals(true, properties.get("loud"));
      assertEquals(List.of("a, b", "<c> & \"d\""), List.of((String[]) properties.get("list")));
    }
  }

  @Test
  void aBundleThatWasMadeIsMadeAgainWhenTheCacheOfTheFrameworkIsLost() throws IOException {
    try (TestHost host = started()) {
      host.loader.install(archive("greeter", "1.2.3"));
      host.await("greeter", ExtensionState.ACTIVE);
    }
    delete(home.resolve("data/framework"));
    try (TestHost host = started()) {
      host.await("greeter", ExtensionState.ACTIVE);
    }
    try (Stream<Path> left = Files.list(home.resolve("data/archives"))) {
      assertEquals(1, left.count(), "nothing but the archive itself is kept");
    }
  }

  private TestHost started() {
    TestHost host = new TestHost(home);
    host.loader.learn(new WordsDialect());
    host.loader.start();
    return host;
  }

  private static Bundle bundle(TestHost host) {
    return Stream.of(host.context().getBundles())
        .filter(bundle -> bundle.getSymbolicName().equals("greeter"))
        .findFirst()
        .orElseThrow();
  }

  private Path archive(String name, String version) throws IOException {
    Path file = home.resolve(name + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("words.txt"));
      zip.write((name + " " + version + " " + WORDS).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("bin/run.sh"));
      zip.write("echo hi".getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
