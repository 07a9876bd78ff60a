package hotshoe.operation;

import hotshoe.caller.Access;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All that can be said of an operation without calling it: immutable, safe to keep and to show.
 *
 * @param name its name
 * @param title a human name
 * @param description what it does
 * @param parameters in order, no name twice
 * @param result what it returns
 * @param errors the errors it declares
 * @param access who may call it
 * @param resourceKind the kind of resource it acts on; empty when it acts on none
 * @param limit how long one run may take; empty means the host's default
 * @param traits what callers may rely on
 * @param lifecycle since when, and until when
 * @param messages what people read at its end
 */
public record OperationDescription(
    OperationName name,
    String title,
    String description,
    List<Field> parameters,
    Type result,
    List<DeclaredError> errors,
    Access access,
    Optional<String> resourceKind,
    Optional<Duration> limit,
    Set<Trait> traits,
    Lifecycle lifecycle,
    Messages messages) {

  /** What callers and doors may rely on. */
  public enum Trait {
    /** Changes nothing. */
    READ_ONLY,
    /** Calling it twice is as calling it once. */
    IDEMPOTENT,
    /** Left out of lists unless asked for. */
    HIDDEN,
    /** Takes keys that it does not declare; without it they are refused (row CS-53). */
    OPEN
  }

  /**
   * An error that callers may expect.
   *
   * @param code upper case with underscores
   * @param parameters the names of what is told with it
   * @param description when it happens
   */
  public record DeclaredError(String code, List<String> parameters, String description) {
    public DeclaredError {
      Objects.requireNonNull(code, "code");
      parameters = List.copyOf(parameters);
      Objects.requireNonNull(description, "description");
    }
  }

  /**
   * The life of an operation.
   *
   * @param since the version it came with, or empty
   * @param deprecated the version it was deprecated in, or empty
   * @param removed the version it was removed in, or empty; it can be listed but not called
   * @param reason why it was deprecated or removed, and what to use instead; or empty
   */
  public record Lifecycle(String since, String deprecated, String removed, String reason) {
    /** Here since ever, here to stay. */
    public static final Lifecycle PUBLISHED = new Lifecycle("", "", "", "");
  }

  /**
   * Sentences with {@code {{actionName}}}, {@code {{resourceName}}} and {@code {{extensionName}}};
   * unknown variables stay as they are, an empty sentence gives the default one (row CS-48).
   */
  public record Messages(String success, String failure) {
    /** The default sentences. */
    public static final Messages DEFAULT = new Messages("", "");
  }

  public OperationDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(result, "result");
    errors = List.copyOf(errors);
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(resourceKind, "resourceKind");
    Objects.requireNonNull(limit, "limit");
    traits = Set.copyOf(traits);
    Objects.requireNonNull(lifecycle, "lifecycle");
    Objects.requireNonNull(messages, "messages");
  }
}
