package hotshoe.resource;

import hotshoe.extension.ExtensionName;
import hotshoe.type.Ref;
import hotshoe.type.SecretText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A named thing that operations act on: a host, a cluster, an instance, a network.
 *
 * @param ref its kind and identifier
 * @param name what people call it; need not be unique
 * @param extension the extension that runs it, if one does
 * @param details its details by key, in order
 */
public record Resource(
    Ref ref, String name, Optional<ExtensionName> extension, Map<String, Detail> details) {

  /**
   * The key of the detail that says who may call operations on the resource: names of users, and of
   * roles as {@code role:<name>}, parted by commas. Without it everybody may who may call the
   * operation; administrators and the host always may (row CS-54). It says nothing of who sees the
   * resource.
   */
  public static final String USABLE_BY = "usable-by";

  public Resource {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(extension, "extension");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A resource without details that no extension runs. */
  public static Resource of(String kind, String id, String name) {
    return new Resource(new Ref(kind, id), name, Optional.empty(), Map.of());
  }

  /** The same resource under another name. */
  public Resource withName(String other) {
    return new Resource(ref, other, extension, details);
  }

  /** The same resource, run by this extension. */
  public Resource runBy(ExtensionName other) {
    return new Resource(ref, name, Optional.of(other), details);
  }

  /** The same resource, run by no extension. */
  public Resource runByNobody() {
    return new Resource(ref, name, Optional.empty(), details);
  }

  /** The same resource with this detail, in place of one of the same key. */
  public Resource with(String key, Detail detail) {
    Map<String, Detail> all = new LinkedHashMap<>(details);
    all.put(key, detail);
    return new Resource(ref, name, extension, all);
  }

  /** The same resource without the detail of this key. */
  public Resource without(String key) {
    Map<String, Detail> rest = new LinkedHashMap<>(details);
    rest.remove(key);
    return new Resource(ref, name, extension, rest);
  }

  /** The same resource with these details and no others. */
  public Resource withDetails(Map<String, Detail> others) {
    return new Resource(ref, name, extension, others);
  }

  /** The text of a detail, whoever may see it; for handlers. */
  public Optional<String> reveal(String key) {
    return Optional.ofNullable(details.get(key)).map(Detail::reveal);
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

  /**
   * A value with who sees it. {@code toString} shows visible ones only.
   *
   * @param text the value; {@link #reveal()} reads it
   * @param visibility who sees it
   */
  public record Detail(SecretText text, Visibility visibility) {
    public Detail {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(visibility, "visibility");
    }

    /** A detail for everybody who sees the resource. */
    public static Detail visible(String text) {
      return new Detail(SecretText.of(text), Visibility.VISIBLE);
    }

    /** A detail for handlers and administrators. */
    public static Detail hidden(String text) {
      return new Detail(SecretText.of(text), Visibility.HIDDEN);
    }

    /** A detail for handlers only. */
    public static Detail secret(String text) {
      return new Detail(SecretText.of(text), Visibility.SECRET);
    }

    /** The value itself; never log it unless it is visible. */
    public String reveal() {
      return text.reveal();
    }

    @Override
    public String toString() {
      return visibility == Visibility.VISIBLE ? text.reveal() : text.toString();
    }
  }
}
