package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExportedArchive;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.loader.scripted.WordsArchive;
import hotshoe.loader.scripted.WordsDialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of every kind in the deploy folder, and folders that are extensions as they are. */
class DeployKindsTest {

  @TempDir Path home;

  @Test
  void everyKindIsTakenByItsContentAndGivenBackByteForByte() throws IOException {
    try (TestHost host = started()) {
      Map<String, byte[]> kinds = kinds("1.0.0");
      kinds.forEach((fileName, bytes) -> WordsArchive.put(bytes, host.deploy, fileName));
      for (Map.Entry<String, byte[]> kind : kinds.entrySet()) {
        String name = name(kind.getKey());
        host.await(name, ExtensionState.ACTIVE);
        ExportedArchive export = host.loader.export(new ExtensionName(name)).orElseThrow();
        try (InputStream bytes = export.bytes()) {
          assertArrayEquals(kind.getValue(), bytes.readAllBytes());
        }
      }
      WordsArchive.put(
          WordsArchive.of("liar", "1.0.0").tar(TarBytes::zstd), host.deploy, "liar.zip");
      host.await("liar", ExtensionState.ACTIVE);
      assertEquals(List.of(), host.rejections());
    }
  }

  @Test
  void aCopyThatIsNotWholeYetIsWaitedForWhateverItsKind() throws IOException {
    try (TestHost host = started()) {
      Map<String, byte[]> kinds = kinds("1.0.0");
      for (Map.Entry<String, byte[]> kind : kinds.entrySet()) {
        byte[] half = Arrays.copyOf(kind.getValue(), kind.getValue().length * 2 / 3);
        Files.write(host.deploy.resolve(kind.getKey()), half);
      }
      BundleJar.named("meanwhile").in(host.deploy, "meanwhile.jar");
      host.await("meanwhile", ExtensionState.ACTIVE);
      assertEquals(List.of(), host.rejections());
      for (Map.Entry<String, byte[]> kind : kinds.entrySet()) {
        byte[] whole = kind.getValue();
        Files.write(
            host.deploy.resolve(kind.getKey()),
            Arrays.copyOfRange(whole, whole.length * 2 / 3, whole.length),
            StandardOpenOption.APPEND);
        host.await(name(kind.getKey()), ExtensionState.ACTIVE);
      }
      assertEquals(List.of(), host.rejections());
    }
  }

  private static Map<String, byte[]> kinds(String version) {
    Map<String, byte[]> kinds = new LinkedHashMap<>();
    kinds.put("zip.zip", WordsArchive.of("zip", version).zip());
    kinds.put("plain.tar", WordsArchive.of("plain", version).tar(tar -> tar));
    kinds.put("gz.tar.gz", WordsArchive.of("gz", version).tar(TarBytes::gzip));
    kinds.put("tgz.tgz", WordsArchive.of("tgz", version).tar(TarBytes::gzip));
    kinds.put("xz.tar.xz", WordsArchive.of("xz", version).tar(TarBytes::xz));
    kinds.put("zst.tar.zst", WordsArchive.of("zst", version).tar(TarBytes::zstd));
    return kinds;
  }

  private static String name(String fileName) {
    return fileName.substring(0, fileName.indexOf('.'));
  }

  @Test
  void aFolderIsAnExtensionWhileItIsThereAndEveryChangeInItIsNoticed() throws IOException {
    try (TestHost host = started()) {
      Path folder = WordsArchive.of("greeter", "1.0.0").asFolderIn(host.deploy, "greeter");
      host.awaitVersion("greeter", "1.0.0");
      String digest = host.extension("greeter").digest();
      assertEquals("deploy/greeter", host.extension("greeter").origin());

      Files.writeString(folder.resolve("bin/run.sh.swp"), "an editor's");
      Files.writeString(folder.resolve("bin/run.sh"), "echo other");
      host.await("the change", () -> !host.extension("greeter").digest().equals(digest));
      Files.createDirectories(folder.resolve("new/deep"));
      Files.writeString(folder.resolve("new/deep/file"), "1");
      String second = host.extension("greeter").digest();
      host.await("the new folder", () -> !host.extension("greeter").digest().equals(second));
      String third = host.extension("greeter").digest();
      Files.writeString(folder.resolve("new/deep/file"), "2");
      host.await(
          "a change in the new folder", () -> !host.extension("greeter").digest().equals(third));
      assertFalse(
          host.extension("greeter").digest().equals(second), "the editor's file is no part of it");
    }
    try (TestHost host = started()) {
      assertEquals(ExtensionState.ACTIVE, host.extension("greeter").state());
      Files.move(host.deploy.resolve("greeter"), home.resolve("elsewhere"));
      host.awaitGone("greeter");
    }
  }

  @Test
  void anUninstalledFolderIsPutAsideAndALinkIsUnlinked() throws IOException {
    try (TestHost host = started()) {
      Path work = WordsArchive.of("linked", "1.0.0").asFolderIn(home, "work");
      WordsArchive.of("greeter", "1.0.0").asFolderIn(host.deploy, "greeter");
      Files.createSymbolicLink(host.deploy.resolve("linked"), work);
      host.await("greeter", ExtensionState.ACTIVE);
      host.await("linked", ExtensionState.ACTIVE);
      for (String name : List.of("greeter", "linked")) {
        assertInstanceOf(Outcome.Uninstalled.class, host.loader.uninstall(new ExtensionName(name)));
      }
      assertTrue(Files.exists(work.resolve("words.txt")), "the work is as it was");
      assertFalse(Files.exists(host.deploy.resolve("linked")));
      try (Stream<Path> left = Files.list(host.deploy)) {
        List<Path> aside = left.toList();
        assertEquals(1, aside.size());
        assertTrue(
            aside.get(0).getFileName().toString().startsWith(".greeter.uninstalled-"),
            aside::toString);
        assertTrue(Files.exists(aside.get(0).resolve("words.txt")));
      }
    }
    started().close();
    try (TestHost host = started()) {
      assertEquals(List.of(), host.loader.list());
    }
  }

  @Test
  void aFolderThatIsNoExtensionIsPassedOverUntilItIsOne() throws IOException {
    try (TestHost host = started()) {
      Path folder = Files.createDirectories(host.deploy.resolve("notes"));
      Files.writeString(folder.resolve("todo.txt"), "buy milk");
      BundleJar.named("meanwhile").in(host.deploy, "meanwhile.jar");
      host.await("meanwhile", ExtensionState.ACTIVE);
      assertEquals(List.of(), host.rejections());
      WordsArchive.of("greeter", "1.0.0").asFolderIn(host.deploy, "notes");
      host.await("greeter", ExtensionState.ACTIVE);
    }
  }

  @Test
  void aBundleMayBeAFolderToo() throws IOException {
    try (TestHost host = started()) {
      Path folder = Files.createDirectories(host.deploy.resolve("hello/META-INF"));
      Files.writeString(
          folder.resolve("MANIFEST.MF"),
          "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: hello\n");
      host.await("hello", ExtensionState.ACTIVE);
      assertEquals("native", host.extension("hello").dialect());
    }
  }

  private TestHost started() {
    TestHost host = new TestHost(home);
    host.loader.learn(new WordsDialect());
    host.loader.start();
    return host;
  }
}
