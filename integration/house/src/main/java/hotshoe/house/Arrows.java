package hotshoe.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which class may know which: arrows point down to {@code api.bundle}, and each library has one
 * room that knows it, or few.
 */
public final class Arrows {

  /** Libraries that only some rooms may know, by the beginning of their packages. */
  private static final Map<String, String> KEEPERS =
      Map.of(
          "org.apache.felix.service.command", "shell.bundle",
          "org.apache.felix.gogo", "shell.bundle",
          "org.jline", "shell.bundle",
          "com.sun.net.httpserver", "gateway.bundle",
          "org.apache.felix.framework", "runtime",
          "org.osgi.framework.launch", "runtime",
          "org.osgi.framework.connect", "runtime",
          "com.cronutils", "core.bundle",
          // the launcher reads the configuration, core the roles, the loader the manifests of
          // archives, the inventory its sources: docs/decisions/roles.md,
          // docs/decisions/manifests.md,
          // docs/decisions/inventory.md
          "org.yaml.snakeyaml", "runtime core.bundle loader.bundle inventory.bundle",
          "org.tomlj", "inventory.bundle");

  private final Map<String, Room> owners;

  /** Rules for a house in which these rooms own these packages. */
  public Arrows(Map<String, Room> owners) {
    this.owners = owners;
  }

  /** What the classes of one room know and should not. */
  public List<Finding> check(Room room) {
    return dependencies(room)
        .flatMap(
            arrow ->
                Stream.of(towardsRoom(room, arrow), towardsLibrary(room, arrow))
                    .flatMap(Optional::stream))
        .distinct()
        .toList();
  }

  private static Stream<Dependency> dependencies(Room room) {
    JavaClasses classes = new ClassFileImporter().importPath(room.classes());
    return classes.stream().map(JavaClass::getDirectDependenciesFromSelf).flatMap(Set::stream);
  }

  private Optional<Finding> towardsRoom(Room room, Dependency arrow) {
    Predicate<Room> forbidden =
        target ->
            !target.equals(room)
                && !target.isApi()
                && !(room.isProgram() && target.name().equals("runtime"));
    return Optional.ofNullable(owners.get(packageOf(arrow)))
        .filter(forbidden)
        .map(target -> wrongRoom(room, arrow, target));
  }

  private static Finding wrongRoom(Room room, Dependency arrow, Room target) {
    return new Finding(
        room.name() + " knows " + arrow.getTargetClass().getName() + " of " + target.name(),
        place(arrow),
        "arrows point down to api.bundle: rooms know each other through the API only",
        "put what both need into a package of the API, or ask for it as a service");
  }

  private Optional<Finding> towardsLibrary(Room room, Dependency arrow) {
    return keeper(packageOf(arrow), room).map(keeper -> wrongLibrary(room, arrow, keeper));
  }

  /** The room that alone may know a package, where that is another one than this. */
  Optional<String> keeper(String packageName, Room room) {
    return KEEPERS.entrySet().stream()
        .filter(keeper -> isIn(packageName, keeper.getKey()))
        .map(Map.Entry::getValue)
        .filter(keeper -> !List.of(keeper.split(" ")).contains(room.name()))
        .findFirst();
  }

  private static Finding wrongLibrary(Room room, Dependency arrow, String keeper) {
    return new Finding(
        room.name() + " knows " + arrow.getTargetClass().getName(),
        place(arrow),
        "only " + keeper + " knows that library, so that it can be exchanged in one room",
        "move the code to " + keeper + ", or let it offer what is needed as a service of the API");
  }

  private static boolean isIn(String packageName, String tree) {
    return packageName.equals(tree) || packageName.startsWith(tree + ".");
  }

  private static String packageOf(Dependency arrow) {
    return arrow.getTargetClass().getBaseComponentType().getPackageName();
  }

  private static String place(Dependency arrow) {
    return arrow.getOriginClass().getName();
  }
}
