package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Translation;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Outcome;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.WordsArchive;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.loader.scripted.ZipBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an installation fails at, the data folder holds what it held before. */
class FailedInstallTest {

  @TempDir Path home;

  @Test
  @Proves("CS-43")
  void whereverItFailsNothingIsLeftOfIt() throws IOException {
    try (TestHost host = started()) {
      host.loader.install(WordsArchive.of("greeter", "2.0.0").in(home, "greeter.zip"));
      BundleJar.named("deployed").in(host.deploy, "deployed.jar");
      host.await("deployed", ExtensionState.ACTIVE);
      host.await("its record", () -> Files.exists(host.data.resolve("extensions/deployed.json")));
      List<String> before = files(host.data);
      for (Map.Entry<String, InstallRequest> failing : failing().entrySet()) {
        Outcome outcome = host.loader.install(failing.getValue(), InstallListener.NONE);
        assertTrue(
            outcome instanceof Outcome.Refused || outcome instanceof Outcome.Failed,
            failing.getKey() + ": " + outcome);
        assertEquals(before, files(host.data), failing.getKey());
        assertEquals(2, host.loader.list().size(), failing.getKey());
      }
      Outcome outcome =
          host.loader.install(InstallRequest.of("upload"), broken(), InstallListener.NONE);
      assertInstanceOf(Outcome.Refused.class, outcome);
      assertEquals(before, files(host.data), "a stream that breaks off");
      assertEquals("2.0.0", host.extension("greeter").version().toString());
    }
  }

  private Map<String, InstallRequest> failing() throws IOException {
    Map<String, InstallRequest> failing = new LinkedHashMap<>();
    byte[] good = WordsArchive.of("other", "1.0.0").zip();
    failing.put("not there", InstallRequest.of(home.resolve("nowhere.zip").toString()));
    failing.put("no archive", given("words".getBytes(StandardCharsets.UTF_8)));
    failing.put("cut off", given(Arrays.copyOf(good, good.length / 2)));
    failing.put("climbing", given(new ZipBytes().file("../up", new byte[1]).bytes()));
    failing.put("of no format", given(new ZipBytes().file("a", new byte[1]).bytes()));
    failing.put("another digest", given(good).expecting("a".repeat(64)));
    failing.put("no digest at all", given(good).expecting("short"));
    failing.put("lower", given(WordsArchive.of("greeter", "1.0.0").zip()));
    failing.put("others", given(WordsArchive.of("greeter", "2.0.0").saying("more").zip()));
    failing.put("alike", given(WordsArchive.of("GREETER", "3.0.0").zip()));
    failing.put("another format", given(BundleJar.named("greeter").version("3").bytes()));
    failing.put("of the folder", given(BundleJar.named("deployed").version("3").bytes()));
    failing.put(
        "refused by the framework",
        given(BundleJar.named("twice").header("Import-Package", "a,a").bytes()));
    failing.put("a fault of its dialect", given(new ZipBytes().file("fault", good).bytes()));
    failing.put("named by the host", given(WordsArchive.of("not a name", "x").zip()));
    return failing;
  }

  private InstallRequest given(byte[] bytes) throws IOException {
    Path file = Files.createTempFile(home, "given", ".zip");
    return InstallRequest.of(Files.write(file, bytes).toString());
  }

  private static InputStream broken() {
    InputStream end =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is dead");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), end);
  }

  @Test
  @Proves("CS-35")
  void theDigestIsCheckedAndRecordedWithWhereItCameFrom() throws IOException {
    try (TestHost host = started()) {
      Path archive = WordsArchive.of("greeter", "1.0.0").in(home, "greeter.zip");
      String digest = Digest.of(archive).value();
      host.loader.install(
          InstallRequest.of(archive.toUri().toString()).expecting(digest), InstallListener.NONE);
    }
    try (TestHost host = started()) {
      InstalledVersion version = host.loader.versions(new ExtensionName("greeter")).get(0);
      assertEquals(Digest.of(home.resolve("greeter.zip")).value(), version.digest());
      assertTrue(version.provenance().resolved().endsWith("greeter.zip"));
      assertTrue(version.provenance().fetched().isBefore(version.installed().plusNanos(1)));
    }
  }

  private TestHost started() {
    TestHost host = new TestHost(home);
    host.loader.learn(new WordsDialect());
    host.loader.learn(new Faulty());
    host.loader.start();
    return host;
  }

  /** Throws at the worst place. */
  private static final class Faulty implements Dialect {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public boolean recognises(Contents contents) {
      return contents.size("fault").isPresent();
    }

    @Override
    public Description describe(String origin, Contents contents) {
      return new WordsDialect().describe(origin, contents);
    }

    @Override
    public Translation translate(Descriptor descriptor, Contents contents) {
      throw new IllegalStateException("a fault");
    }
  }

  private static List<String> files(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(file -> !file.startsWith(data.resolve("framework")))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
