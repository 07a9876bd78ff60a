package hotshoe.type;

import java.util.Objects;

/**
 * A reference to a resource.
 *
 * @param kind the resource's kind, such as {@code VirtualMachine}; without a colon; empty when it
 *     is not known
 * @param id its identifier within the kind
 */
public record Ref(String kind, String id) {
  public Ref {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    if (kind.indexOf(':') >= 0) {
      throw new IllegalArgumentException("the kind of a resource has no colon: " + kind);
    }
  }

  @Override
  public String toString() {
    return kind.isEmpty() ? id : kind + ":" + id;
  }
}
