package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Takes the classes of this module for a room, in houses that are made up. */
class ArrowsTest {

  private static final Path HERE = Path.of(System.getProperty("basedir", "."));
  private static final Room SHELL = new Room("shell.bundle", HERE);
  private static final Room LIBRARY = new Room("core.bundle", HERE.resolve("other"));
  private static final Room API = new Room("api.bundle", HERE.resolve("other"));
  private static final String KNOWN = "com.tngtech.archunit.core.importer";

  @Test
  void anArrowToAnotherRoomIsFound() {
    List<String> findings = check(Map.of("hotshoe.house", SHELL, KNOWN, LIBRARY));
    assertEquals(
        List.of(
            "hotshoe.house.Arrows: shell.bundle knows com.tngtech.archunit.core.importer.ClassFileImporter of core.bundle"),
        findings);
  }

  @Test
  void arrowsToTheApiToTheRoomItselfAndToNobodysPackagesAreFine() {
    assertEquals(List.of(), check(Map.of("hotshoe.house", SHELL, KNOWN, API)));
  }

  @Test
  void aLibraryOfAnotherRoomIsFound() {
    Arrows arrows = new Arrows(Map.of());
    assertEquals(Optional.empty(), arrows.keeper("org.jline.reader", SHELL));
    assertEquals("shell.bundle", arrows.keeper("org.jline.reader", LIBRARY).orElseThrow());
    assertEquals("gateway.bundle", arrows.keeper("com.sun.net.httpserver", LIBRARY).orElseThrow());
    assertEquals("runtime", arrows.keeper("org.osgi.framework.launch", LIBRARY).orElseThrow());
    assertEquals(Optional.empty(), arrows.keeper("org.osgi.framework", LIBRARY));
  }

  private static List<String> check(Map<String, Room> owners) {
    return new Arrows(owners)
        .check(SHELL).stream().map(finding -> finding.where() + ": " + finding.what()).toList();
  }
}
