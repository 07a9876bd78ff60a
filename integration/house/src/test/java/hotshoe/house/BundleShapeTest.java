package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void onlyTheApiExamplesAndDialectsExport() {
    assertEquals(
        List.of("exports hotshoe.core"),
        check(CORE, "Export-Package", "hotshoe.core;uses:=\"a,b\";version=\"1\""));
    assertEquals(List.of(), check(room("api.bundle"), "Export-Package", "hotshoe.slice"));
    assertEquals(List.of(), check(room("example.bundles/hello"), "Export-Package", "hello"));
    assertEquals(List.of(), check(room("dialect.bundles/xapi"), "Export-Package", "hotshoe.xapi"));
    assertEquals(
        List.of(), check(room("dialect.bundles/ansible"), "Export-Package", "hotshoe.ansible"));
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

  @Test
  void anEntryThatBearsTheTimeOfTheBuildIsFoundAndOldOnesAreNot(@TempDir Path folder)
      throws IOException {
    assertEquals(List.of("a.txt bears the time of the build"), entryTimes(folder, Instant.now()));
    assertEquals(List.of(), entryTimes(folder, Instant.parse("2022-02-02T02:02:02Z")));
  }

  private static List<String> entryTimes(Path folder, Instant time) throws IOException {
    Path file = folder.resolve("a.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      ZipEntry entry = new ZipEntry("a.txt");
      entry.setTime(time.toEpochMilli());
      jar.putNextEntry(entry);
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return BundleShape.archive("a.jar", file, jar).stream().map(Finding::what).toList();
    }
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
