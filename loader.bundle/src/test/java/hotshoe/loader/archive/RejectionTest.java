package hotshoe.loader.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Translation;
import hotshoe.conformance.Proves;
import hotshoe.loader.archive.Intake.NotWhole;
import hotshoe.loader.archive.Intake.Ready;
import hotshoe.loader.archive.Intake.Rejected;
import hotshoe.loader.content.ArchiveEnd;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Limits;
import hotshoe.loader.content.Opening;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of archives that cannot be taken. */
class RejectionTest {

  private static final Digest ANY = new Digest("0".repeat(64));

  @TempDir Path folder;

  @Test
  @Proves("INM-05")
  void everyRejectionIsSaidInWords() throws IOException {
    Map<String, byte[]> archives = new LinkedHashMap<>();
    byte[] hello = BundleJar.named("hello").ballast(2_000).bytes();
    archives.put("empty.jar", new byte[0]);
    archives.put("page.jar", "<html>404</html>".getBytes(StandardCharsets.UTF_8));
    archives.put("cut.jar", Arrays.copyOf(hello, hello.length / 2));
    archives.put("head.jar", Arrays.copyOfRange(hello, 0, hello.length - 30));
    archives.put("flipped.jar", flipped(hello));
    archives.put("slip.jar", zip(Map.of("../../etc/passwd", new byte[1])));
    archives.put("library.jar", BundleJar.plain().entry("org/Library.class", new byte[9]).bytes());
    archives.put("nothing.jar", zip(Map.of("words.txt", new byte[3])));
    archives.put(
        "garbled.jar",
        zip(Map.of("META-INF/MANIFEST.MF", "no colon\n\n".getBytes(StandardCharsets.UTF_8))));
    archives.put("large.jar", zip(Map.of("META-INF/MANIFEST.MF", new byte[5 << 20])));
    archives.put("old.jar", BundleJar.plain().header("Bundle-SymbolicName", "old").bytes());
    archives.put(
        "future.jar", BundleJar.named("future").header("Bundle-ManifestVersion", "3").bytes());
    archives.put("version.jar", BundleJar.named("hello").version("one").bytes());
    archives.put("names.jar", BundleJar.named("he llo").extension("../hello").bytes());
    archives.put("host.jar", BundleJar.named("mine").extension("Hotshoe").bytes());
    archives.put(
        "system.jar", BundleJar.named("x").header("Fragment-Host", "system.bundle").bytes());
    archives.put(
        "copy.jar", BundleJar.named("x").offers("hotshoe.slice", "9.0").offers("y", "1").bytes());

    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
      problems(take(archive.getKey(), archive.getValue()))
          .forEach(problem -> lines.add(problem.sentence()));
    }
    Golden.check("rejections.txt", lines);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    Path file = Files.write(folder.resolve("bomb.jar"), zip(Map.of("zeros", new byte[3 << 20])));
    Opening opening =
        new ArchiveReader(Limits.USUAL.withAllBytes(2 << 20)).open("deploy/bomb.jar", file);
    assertEquals("HS-ARCHIVE-007", assertInstanceOf(Opening.Unfit.class, opening).problem().code());
  }

  @Test
  void aBundleIsUnderstood() throws IOException {
    byte[] bytes =
        BundleJar.named("org.hello;singleton:=true")
            .version("1.2.3.rc1")
            .header("Bundle-Name", "Hello")
            .header("Bundle-Description", "%description")
            .bytes();
    Ready ready = assertInstanceOf(Ready.class, take("hello.jar", bytes));
    assertEquals("org.hello 1.2.3.rc1", ready.descriptor().toString());
    assertEquals("org.hello", ready.descriptor().symbolicName());
    assertEquals("Hello", ready.descriptor().title());
    assertEquals("", ready.descriptor().description());
    assertEquals("native", ready.descriptor().dialect());
    assertInstanceOf(Translation.Unchanged.class, ready.translation());
  }

  @Test
  void noDamageGoesUnnoticed() throws IOException {
    byte[] hello = BundleJar.named("hello").ballast(300).bytes();
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = hello.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      Intake.Result result = take("damaged.jar", damaged);
      if (result instanceof Ready ready) {
        // Only what nobody reads may differ: times, versions of the format, names of the ballast.
        assertEquals("hello 1.0.0", ready.descriptor().toString(), "damaged at " + at);
      }
    }
  }

  @Test
  void noCutGoesUnnoticed() throws IOException {
    byte[] hello = BundleJar.named("hello").ballast(300).bytes();
    for (int length = 0; length < hello.length; length++) {
      byte[] cut = Arrays.copyOf(hello, length);
      assertInstanceOf(NotWhole.class, take("cut.jar", cut), "cut at " + length);
      assertTrue(!ArchiveEnd.isPresent(folder.resolve("cut.jar")), "end at " + length);
    }
    Files.write(folder.resolve("whole.jar"), hello);
    assertTrue(ArchiveEnd.isPresent(folder.resolve("whole.jar")));
  }

  private Intake.Result take(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Intake intake = new Intake(new ArchiveReader(), new Dialects());
    return intake.take(new Candidate("deploy/" + name, file, ANY));
  }

  private static List<Problem> problems(Intake.Result result) {
    return result instanceof NotWhole notWhole
        ? List.of(notWhole.problem())
        : assertInstanceOf(Rejected.class, result).problems();
  }

  private static byte[] flipped(byte[] hello) {
    byte[] flipped = hello.clone();
    flipped[hello.length / 2] ^= 1;
    return flipped;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
