package hotshoe.loader.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.Contents;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Namespaces;
import hotshoe.archive.Requirement;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.scripted.Golden;
import hotshoe.loader.scripted.WordsDialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** What a bundle looks like that the loader writes. */
class BundleWriterTest {

  private static final Version VERSION = new Version(2, 1, 0);

  @TempDir Path folder;

  @Test
  void itIsWhatTheGoldenFileSays() throws IOException {
    Path jar = write("golden.jar", form(), contents());
    List<String> lines = new ArrayList<>();
    try (JarFile read = new JarFile(jar.toFile())) {
      for (var entry : read.stream().toList()) {
        lines.add("=== " + entry.getName());
        String text = new String(read.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        text.lines().forEach(lines::add);
      }
    }
    Golden.check("bundle.txt", lines);
  }

  @Test
  void theSameFormAndContentsGiveTheSameBytes()
      throws IOException, java.security.GeneralSecurityException {
    byte[] first = Files.readAllBytes(write("first.jar", form(), contents()));
    byte[] second = Files.readAllBytes(write("second.jar", form(), contents()));
    assertArrayEquals(first, second);
    String digest =
        HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(first));
    Golden.check("bundle-digest.txt", List.of(digest));
  }

  @Test
  void whatItWritesOverAnOlderFileIsNoLongerThanItself() throws IOException {
    Path jar = folder.resolve("old.jar");
    Files.write(jar, new byte[100_000]);
    BundleWriter.write(form(), contents(), jar);
    assertArrayEquals(
        Files.readAllBytes(write("new.jar", form(), contents())), Files.readAllBytes(jar));
  }

  @Test
  void noLineOfAManifestIsLongerThan72BytesAndAllOfItIsReadBack() throws IOException {
    String words = "Ein langer Satz mit Ümläuten, 漢字 und 😀. ".repeat(40);
    Path jar =
        write("wrapped.jar", form().withHeaders(Map.of("Bundle-Description", words)), contents());
    try (JarFile read = new JarFile(jar.toFile())) {
      byte[] manifest = read.getInputStream(read.getEntry("META-INF/MANIFEST.MF")).readAllBytes();
      for (String line : new String(manifest, StandardCharsets.UTF_8).split("\r\n")) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 72, line);
        assertTrue(line.indexOf('\uFFFD') < 0, "a character is torn in two: " + line);
      }
      assertEquals(
          words.strip(), read.getManifest().getMainAttributes().getValue("Bundle-Description"));
    }
  }

  @Test
  void itCanBeReadAsAStreamToo() throws IOException {
    Path jar = write("stream.jar", form(), contents());
    try (JarInputStream stream = new JarInputStream(Files.newInputStream(jar))) {
      assertEquals("2.1.0", stream.getManifest().getMainAttributes().getValue("Bundle-Version"));
      assertEquals("OSGI-INF/speaker.xml", stream.getNextJarEntry().getName());
    }
  }

  @Test
  void aHeaderCannotSmuggleInAnother() {
    BundleForm smuggling =
        form().withHeaders(Map.of("Bundle-Name", "x\r\nBundle-Activator: evil.Code"));
    String manifest = ManifestText.of(smuggling);
    assertTrue(manifest.contains("Bundle-Name: x Bundle-Activator: evil.Code\r\n"), manifest);
  }

  @Test
  void headersThatFollowFromTheRestAreRefused() {
    for (String header : List.of("Bundle-Activator", "bundle-version", "Name", "a b", "x\r\ny")) {
      assertThrows(
          IllegalArgumentException.class, () -> form().withHeaders(Map.of(header, "1")), header);
    }
  }

  @Test
  void twoFilesOfOneNameAndNamesThatClimbAreRefused() {
    for (String name :
        List.of("META-INF/MANIFEST.MF", "OSGI-INF/speaker.xml", "../x", "/x", "a//b", "x/", "")) {
      assertThrows(IllegalArgumentException.class, () -> form().withTexts(Map.of(name, "1")), name);
    }
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    BundleForm form = form().carrying(contents(), "f/");
    Contents empty = new InMemory(Map.of());
    assertThrows(IOException.class, () -> BundleWriter.write(form, empty, folder.resolve("x.jar")));
  }

  @Test
  void executableFilesStayMarkedSo() throws IOException {
    byte[] bytes = Files.readAllBytes(write("modes.jar", form(), contents()));
    String hexadecimal = HexFormat.of().formatHex(bytes);
    assertTrue(hexadecimal.contains("0000ed81"), "one entry has the mode 100755");
    assertTrue(hexadecimal.contains("0000a481"), "others have the mode 100644");
  }

  private static BundleForm form() {
    Descriptor descriptor =
        new Descriptor(
            new ExtensionName("hello"),
            VERSION,
            "words",
            "hello",
            "Hello",
            "Héllo\n<w>",
            true,
            List.of(
                new Requirement(Namespaces.PLATFORM, "(&(platform=cloudstack)(version>=4.23.0))")),
            List.of(
                new Capability(
                    Namespaces.EXTENSION, Map.of("name", "a \"b\" \\c", "version", VERSION))));
    return WordsDialect.form(descriptor)
        .withTexts(Map.of("form.json", "{}"))
        .carrying(contents(), "files/");
  }

  private static Contents contents() {
    return new InMemory(Map.of("run.sh", "echo hi", "a/Ünï.txt", "ü"));
  }

  private Path write(String name, BundleForm form, Contents contents) throws IOException {
    Path jar = folder.resolve(name);
    BundleWriter.write(form, contents, jar);
    return jar;
  }

  /** Contents that were never in an archive; what ends in {@code .sh} is executable. */
  private record InMemory(Map<String, String> files) implements Contents {
    InMemory {
      files = new HashMap<>(files);
    }

    @Override
    public Set<String> names() {
      return new TreeSet<>(files.keySet());
    }

    @Override
    public Optional<Long> size(String name) {
      return Optional.ofNullable(files.get(name)).map(text -> (long) text.length());
    }

    @Override
    public Optional<InputStream> open(String name) {
      return Optional.ofNullable(files.get(name))
          .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean isExecutable(String name) {
      return name.endsWith(".sh");
    }
  }
}
