package hotshoe.core.caller;

import hotshoe.caller.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Reads {@code roles.tsv}, which lies in this bundle: no parser of YAML is loaded for it. */
final class ShippedRoles {

  private ShippedRoles() {}

  /** The roles that every host has, in the order of the file. */
  static List<Role> read() {
    try (InputStream file = ShippedRoles.class.getResourceAsStream("roles.tsv")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(ShippedRoles::role).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Role role(String line) {
    String[] parts = line.split("\t", 3);
    return new Role(parts[0], parts[2], parts[1].isEmpty() ? Set.of() : Set.of(parts[1]));
  }
}
