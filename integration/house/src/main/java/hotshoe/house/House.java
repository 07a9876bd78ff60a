package hotshoe.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The workspace: its rooms, and which package is in which room. */
public final class House {

  private final Path root;

  /** The house whose root {@code pom.xml} is in this folder. */
  public House(Path root) {
    this.root = root;
  }

  /** The folder of the workspace. */
  public Path root() {
    return root;
  }

  /** Every module with code: first those at the root, then those one folder further down. */
  public List<Room> rooms() throws IOException {
    List<Room> rooms = new ArrayList<>();
    for (Path folder : children(root)) {
      add(folder, rooms);
      for (Path inner : children(folder)) {
        add(inner, rooms);
      }
    }
    return rooms;
  }

  /** Every package of ours, with the room that holds it. */
  public Map<String, Room> owners() throws IOException {
    Map<String, Room> owners = new TreeMap<>();
    for (Room room : rooms()) {
      room.packages().forEach(name -> owners.put(name, room));
    }
    return owners;
  }

  private void add(Path folder, List<Room> rooms) {
    if (Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("src/main"))) {
      rooms.add(new Room(root.relativize(folder).toString(), folder));
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(House::mayHoldRooms).sorted().toList();
    }
  }

  private static boolean mayHoldRooms(Path path) {
    String name = path.getFileName().toString();
    return Files.isDirectory(path)
        && !name.startsWith(".")
        && !name.equals("target")
        && !name.equals("src");
  }
}
