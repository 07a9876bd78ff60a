package hotshoe.loader.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.archive.Dialect;
import hotshoe.loader.archive.Intake.Ready;
import hotshoe.loader.archive.Intake.Rejected;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.WordsDialect;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which dialect has an archive. */
class DialectsTest {

  private static final byte[] WORDS = "hello 1.0.0 hi".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final Dialects dialects = new Dialects();
  private final Dialect words = new WordsDialect();

  @Test
  void whatAToolForJarsPackedBelongsToTheDialectWhoseManifestItHolds() throws IOException {
    dialects.add(words);
    Intake.Result result = take(BundleJar.plain().entry("words.txt", WORDS).bytes());
    assertEquals("words", assertInstanceOf(Ready.class, result).descriptor().dialect());
  }

  @Test
  void whatIsABundleStaysOneWhateverElseItHolds() throws IOException {
    dialects.add(words);
    Intake.Result result = take(BundleJar.named("bundle").entry("words.txt", WORDS).bytes());
    assertEquals("native", assertInstanceOf(Ready.class, result).descriptor().dialect());
  }

  @Test
  void whatNobodyRecognisesIsToldWithEverythingThatWasLookedForAtThatMoment() throws IOException {
    byte[] library = BundleJar.plain().entry("org/Library.class", new byte[9]).bytes();
    dialects.add(words);
    assertEquals(
        "it has none of these: Bundle-SymbolicName in META-INF/MANIFEST.MF (native);"
            + " words.txt (words)",
        refusal(library).why());
    dialects.remove(words);
    assertEquals(
        "it has none of these: Bundle-SymbolicName in META-INF/MANIFEST.MF (native)",
        refusal(library).why());
  }

  @Test
  void nobodyTakesTheNameOfTheHostInWhateverFormat() throws IOException {
    dialects.add(words);
    byte[] named = "HotShoe 1.0.0 hi".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "HS-ARCHIVE-012", refusal(BundleJar.plain().entry("words.txt", named).bytes()).code());
  }

  private Problem refusal(byte[] archive) throws IOException {
    return assertInstanceOf(Rejected.class, take(archive)).problems().get(0);
  }

  private Intake.Result take(byte[] archive) throws IOException {
    Path file = Files.write(folder.resolve("archive"), archive);
    return new Intake(new ArchiveReader(), dialects)
        .take(new Candidate("deploy/archive.jar", file, new Digest("0".repeat(64))));
  }
}
