package hotshoe.universal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** What the names of wheels say. */
class WheelTest {

  @Test
  void aNameHasSixParts() {
    Wheel wheel =
        Wheel.of("dep/ue_demo-1.0.0-7b-cp39.cp310-cp39.abi3-manylinux1_x86_64.linux_x86_64.whl")
            .orElseThrow();
    assertEquals("ue_demo", wheel.distribution());
    assertEquals("1.0.0", wheel.version());
    assertEquals(Set.of("cp39", "cp310"), wheel.pythons());
    assertEquals(Set.of("cp39", "abi3"), wheel.abis());
    assertEquals(Set.of("manylinux1_x86_64", "linux_x86_64"), wheel.platforms());
    for (String other : List.of("x.whl", "a-1-b-c.whl", "a-1.0-py3-none-any.zip", "-1-a-b-c.whl")) {
      assertTrue(Wheel.of("dep/" + other).isEmpty(), other);
    }
  }

  @Test
  void itIsForOneExtensionInOneVersion() {
    assertTrue(wheel("ue_demo-1.2.0-py3-none-any").isFor("ue-demo", "1.2.0"));
    assertTrue(wheel("UE.Demo-1.2.0rc1-py3-none-any").isFor("ue-demo", "1.2.0-rc.1"));
    assertTrue(wheel("ue_demo-1.2.0a2-py3-none-any").isFor("ue-demo", "1.2.0-alpha.2"));
    assertFalse(wheel("ue_demo-1.2.1-py3-none-any").isFor("ue-demo", "1.2.0"));
    assertFalse(wheel("ue_demos-1.2.0-py3-none-any").isFor("ue-demo", "1.2.0"));
  }

  @Test
  void itsTagsSayWhichPythonCanLoadIt() {
    fits("py3-none-any", "3.6.0 3.14.1", "2.7.18");
    fits("py2.py3-none-any", "2.7.18 3.9.1", "4.0.0");
    fits("py38-none-any", "3.8.0 3.11.2", "3.7.9");
    fits("cp311-cp311-linux_x86_64", "3.11.9", "3.1.1 3.10.0 3.12.0");
    fits("cp37-abi3-linux_x86_64", "3.7.0 3.12.0", "3.6.9 2.7.0");
    fits("cp37-cp37m-linux_x86_64", "3.7.4", "3.8.0");
    fits("cp311-cp310-linux_x86_64", "", "3.11.0 3.10.0");
    fits("pp39-pypy39_pp73-linux_x86_64", "", "3.9.0");
  }

  private static void fits(String tags, String good, String bad) {
    Wheel wheel = wheel("ue_demo-1.0.0-" + tags);
    versions(good).forEach(version -> assertTrue(wheel.fits(version), tags + " " + version));
    versions(bad).forEach(version -> assertFalse(wheel.fits(version), tags + " " + version));
  }

  private static List<Version> versions(String text) {
    return java.util.stream.Stream.of(text.split(" "))
        .filter(version -> !version.isEmpty())
        .map(Version::new)
        .toList();
  }

  private static Wheel wheel(String name) {
    return Wheel.of("dep/" + name + ".whl").orElseThrow();
  }
}
