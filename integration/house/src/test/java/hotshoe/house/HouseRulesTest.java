package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Looks at the house as it stands. That each rule finds what it should is shown by the other tests
 * of this module.
 */
class HouseRulesTest {

  private final House house = new House(Path.of(System.getProperty("hotshoe.root")));

  @Test
  void theHouseHasTheRoomsThatTheRulesSpeakOf() throws IOException {
    List<String> names = house.rooms().stream().map(Room::name).toList();
    List<String> expected =
        List.of("api.bundle", "core.bundle", "runtime", "example.bundles/hello");
    assertTrue(names.containsAll(expected), () -> names + " lacks some of " + expected);
  }

  @Test
  void arrowsPointDownToTheApi() throws IOException {
    Arrows arrows = new Arrows(house.owners());
    List<Finding> findings = new ArrayList<>();
    for (Room room : rooms()) {
      findings.addAll(arrows.check(room));
    }
    Finding.refuse(findings);
  }

  @Test
  void bundlesImportTheApiOnlyHaveNoActivatorAndAreReproducible() throws IOException {
    BundleShape shape = new BundleShape(house.owners());
    List<Finding> findings = new ArrayList<>();
    for (Room room : rooms()) {
      assertTrue(
          !room.isBundle() || room.jar().isPresent(),
          () -> room.name() + " has no jar; build with mvn verify");
      findings.addAll(shape.check(room));
    }
    Finding.refuse(findings);
  }

  @Test
  void packagesAreNamedForConcepts() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Room room : house.rooms()) {
      findings.addAll(Names.check(room));
    }
    Finding.refuse(findings);
  }

  @Test
  void packagesOfARoomKnowEachOtherOneWayOnly() throws IOException {
    for (Room room : rooms()) {
      JavaClasses classes = new ClassFileImporter().importPath(room.classes());
      SlicesRuleDefinition.slices()
          .matching("hotshoe.(**)")
          .should()
          .beFreeOfCycles()
          .because(
              "of two packages that need each other neither can be read first: move what both need into one of them")
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @Test
  void sourcesKeepTheirShape() throws IOException {
    SourceShape shape = new SourceShape();
    List<Finding> findings = new ArrayList<>();
    for (Room room : house.rooms()) {
      for (Path source : room.sources()) {
        findings.addAll(
            shape.check(house.root().relativize(source).toString(), Files.readString(source)));
      }
    }
    Finding.refuse(findings);
  }

  @Test
  void everyProblemCodeIsExplained() throws IOException {
    Finding.refuse(ProblemCodes.check(house));
  }

  @Test
  void documentsLeadSomewhere() throws IOException {
    refuseOrReport(Links.check(house));
  }

  /** While the walls go up, missing pages are only told: house.mode in this module's pom.xml. */
  private static void refuseOrReport(List<Finding> findings) {
    if (System.getProperty("hotshoe.house.mode").equals("check")) {
      Finding.refuse(findings);
    }
    findings.forEach(System.err::println);
  }

  /** The rooms under the rules of arrows: not the tools, which look at everybody. */
  private List<Room> rooms() throws IOException {
    Map<Boolean, List<Room>> rooms =
        house.rooms().stream()
            .collect(
                Collectors.partitioningBy(
                    room -> room.isBundle() || room.name().equals("runtime")));
    return rooms.get(true);
  }
}
