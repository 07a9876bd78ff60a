package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hotshoe.conformance.Proves;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With {@code strict: true} anything that is wrong at the start refuses the start, as at home. */
@ExtendWith(Homes.class)
class StrictTest {
  @Test
  void nothingWrongIsNoReasonToRefuse(Home home) {
    home.option("strict", "true").drop(ExtensionJar.named("alpha").slice("one"), "alpha.jar");
    assertEquals(0, home.start().stop());
  }

  @Test
  @Proves({"INM-20", "INM-21"})
  void aSliceThatThrowsRefusesTheStartAndThoseThatRanAreStopped(Home home) {
    home.drop(
        ExtensionJar.named("bad")
            .journal(home.journal())
            .slice("a")
            .slice("b", slice -> slice.dependsOn("bad.a").does("start", Deed.THROW))
            .slice("c", slice -> slice.dependsOn("bad.b")),
        "bad.jar");
    HotshoeProcess host = refused(home, "HS-SLICE-\\d+: .*bad\\.b.*told to fail in start");
    List<String> stops =
        home.journalLines().stream().filter(line -> line.endsWith("stop")).toList();
    assertEquals(List.of("bad.a prestop", "bad.a stop"), stops, host::toString);
  }

  @Test
  @Proves("INM-07")
  void anExceptionInSetUpRefusesTheStartNamingTheExtension(Home home) {
    home.drop(ExtensionJar.named("bad").activator(Deed.THROW, Deed.NOTHING), "bad.jar");
    refused(home, "HS-EXTENSION-\\d+: .*bad");
  }

  @Test
  @Proves("INM-17")
  void aCycleRefusesTheStartListingItsMembers(Home home) {
    home.drop(
        ExtensionJar.named("ring")
            .slice("a", slice -> slice.dependsOn("ring.b"))
            .slice("b", slice -> slice.dependsOn("ring.c"))
            .slice("c", slice -> slice.dependsOn("ring.a"))
            .slice("into", slice -> slice.dependsOn("ring.a")),
        "ring.jar");
    HotshoeProcess host = refused(home, "HS-SLICE-\\d+: .*ring\\.b.*ring\\.c.*ring\\.a");
    assertFalse(
        host.lines("HS-SLICE-\\d+: [^;]*ring\\.into[^;]*ring\\.b").size() > 0, host::toString);
  }

  @Test
  @Proves("INM-08")
  void aSliceOutsideOfItsExtensionRefusesTheStart(Home home) {
    home.drop(ExtensionJar.named("alpha").sliceOutside("beta.one"), "alpha.jar");
    refused(home, "HS-SLICE-\\d+: .*beta\\.one.*alpha");
  }

  @Test
  @Proves("INM-05")
  void aJarThatCannotBeReadRefusesTheStart(Home home) throws IOException {
    Files.writeString(home.deploy().resolve("alpha.jar"), "this is not a jar");
    refused(home, "HS-ARCHIVE-\\d+: .*alpha\\.jar");
  }

  @Test
  void aNeedThatNobodyMeetsRefusesTheStart(Home home) {
    home.drop(Build.example("conflict.version"));
    refused(home, "HS-EXTENSION-\\d+: .*hotshoe\\.slice");
  }

  private static HotshoeProcess refused(Home home, String because) {
    home.option("strict", "true");
    HotshoeProcess host = home.launch();
    assertEquals(4, host.awaitEnd(), host::toString);
    assertFalse(host.lines(because).isEmpty(), () -> because + " is missing\n" + host);
    assertEquals(List.of(), host.lines("\\bis ready\\b"), host::toString);
    return host;
  }
}
