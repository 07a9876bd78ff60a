package hotshoe.resource;

import hotshoe.type.Ref;
import java.util.Map;
import java.util.Objects;

/**
 * A named thing that operations act on.
 *
 * @param ref its kind and identifier
 * @param name what people call it
 * @param extension the extension that runs it, or empty
 * @param details its details by key
 */
public record Resource(Ref ref, String name, String extension, Map<String, Detail> details) {

  public Resource {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(extension, "extension");
    details = Map.copyOf(details);
  }

  /** Who sees a detail. */
  public enum Visibility {
    /** Everybody who sees the resource. */
    VISIBLE,
    /** Handlers and administrators. */
    HIDDEN,
    /** Handlers only; never shown. */
    SECRET
  }

  /** A value with who sees it. */
  public record Detail(String value, Visibility visibility) {
    @Override
    public String toString() {
      return visibility == Visibility.SECRET ? "********" : value;
    }
  }
}
