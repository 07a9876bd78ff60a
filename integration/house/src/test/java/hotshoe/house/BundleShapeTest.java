package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;

class BundleShapeTest {

  private static final Room CORE = room("core.bundle");
  private static final Map<String, Room> OWNERS =
      Map.of(
          "hotshoe.slice",
          room("api.bundle"),
          "hotshoe.core",
          CORE,
          "hotshoe.loader",
          room("loader.bundle"));

  @Test
  void theApiOtherPeoplesPackagesAndItsOwnMayBeImported() {
    assertEquals(
        List.of(),
        check(
            CORE,
            "Import-Package",
            "hotshoe.slice;version=\"[1.0,2)\",org.slf4j;resolution:=optional,hotshoe.core"));
  }

  @Test
  void thePackageOfAnotherBundleMayNot() {
    assertEquals(
        List.of("imports hotshoe.loader"),
        check(CORE, "Import-Package", "hotshoe.slice,hotshoe.loader;version=\"[1,2)\""));
  }

  @Test
  void onlyTheApiAndExamplesExport() {
    assertEquals(
        List.of("exports hotshoe.core"),
        check(CORE, "Export-Package", "hotshoe.core;uses:=\"a,b\";version=\"1\""));
    assertEquals(List.of(), check(room("api.bundle"), "Export-Package", "hotshoe.slice"));
    assertEquals(List.of(), check(room("example.bundles/hello"), "Export-Package", "hello"));
  }

  @Test
  void anActivatorIsFound() {
    assertEquals(List.of("Bundle-Activator: a.B"), check(CORE, "Bundle-Activator", "a.B"));
  }

  @Test
  void headersThatDifferFromBuildToBuildAreFound() {
    assertEquals(List.of("header Bnd-LastModified"), check(CORE, "Bnd-LastModified", "1"));
  }

  @Test
  void aHeaderMayGiveSeveralPackagesOneSetOfAttributes() {
    Attributes headers = new Attributes();
    headers.putValue("Import-Package", "a;b;version=\"[1,2)\", c.d;x:=\"y,z\"");
    assertEquals(Set.of("a", "b", "c.d"), BundleShape.packages(headers, "Import-Package"));
  }

  private static List<String> check(Room room, String header, String value) {
    Attributes headers = new Attributes();
    headers.putValue(header, value);
    return new BundleShape(OWNERS)
        .manifest(room, "a.jar", headers).stream().map(Finding::what).toList();
  }

  private static Room room(String name) {
    return new Room(name, Path.of(name));
  }
}
