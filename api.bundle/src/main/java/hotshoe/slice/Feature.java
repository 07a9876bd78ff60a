package hotshoe.slice;

import java.util.Objects;

/**
 * Something a slice can do that the operator may restrict (row INM-35). Fully enabled by default.
 */
public sealed interface Feature {

  /** Unique within the slice. */
  String name();

  /** What it is, in one sentence. */
  String description();

  /** On or off. */
  record Flag(String name, String description) implements Feature {
    public Flag {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(description, "description");
    }
  }

  /** A list of allowed items; {@code *} allows every item. */
  record Items(String name, String description) implements Feature {
    public Items {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(description, "description");
    }
  }
}
