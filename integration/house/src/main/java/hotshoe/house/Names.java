package hotshoe.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What packages and types may be called: for a concept, never for a layer. */
public final class Names {

  private static final Set<String> LAYERS =
      Set.of(
          "impl",
          "internal",
          "util",
          "utils",
          "common",
          "helper",
          "helpers",
          "manager",
          "misc",
          "base");

  private Names() {}

  /** The names in one room that say nothing. */
  public static List<Finding> check(Room room) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Path source : room.sources()) {
      String where = room.name() + "/" + room.folder().relativize(source);
      findings.addAll(check(where, room.folder().resolve("src/main/java").relativize(source)));
    }
    return findings;
  }

  static List<Finding> check(String where, Path source) {
    List<Finding> findings = new ArrayList<>();
    String type = source.getFileName().toString().replaceFirst("\\.java$", "");
    if (type.endsWith("Impl")) {
      findings.add(
          new Finding(
              type + " is named for its interface",
              where,
              "a name says what distinguishes this one from others",
              "name it for how it does its work, such as Default..., Watched..., Recorded..."));
    }
    Arrays.stream(source.toString().split("/"))
        .filter(LAYERS::contains)
        .map(layer -> layer(layer, where))
        .forEach(findings::add);
    return findings;
  }

  private static Finding layer(String layer, String where) {
    return new Finding(
        "the package is called \"" + layer + "\"",
        where,
        "a package is named for a concept; what is not exported is private already",
        "name it for its subject, or move its types to the packages whose subject they serve");
  }
}
