package hotshoe.operation;

import hotshoe.caller.Caller;
import hotshoe.resource.Resource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One call, as its handler sees it: authorised, validated, with defaults filled in. */
@ProviderType
public interface Invocation {
  /** What is called. */
  OperationDescription operation();

  /** The arguments in canonical form, by parameter name; never to be logged. */
  Map<String, Object> arguments();

  /**
   * What was given under names that the operation does not declare, apart from the arguments; empty
   * unless the operation is {@link OperationDescription.Trait#OPEN} (row CS-53).
   */
  default Map<String, Object> undeclared() {
    return Map.of();
  }

  /**
   * The path of a private file that holds the text of this argument, for programs that want a file
   * (row UE-28); it is deleted when the call ends.
   */
  Path file(String name);

  /**
   * The argument of this name, in canonical form, cast for you. Parts of records are reached by
   * path: {@code credential.user} (row UE-27). An absent one is null, also inside an Optional.
   *
   * @throws IllegalArgumentException when no such parameter is declared or it is of another type
   */
  <T> T argument(String name, Class<T> type);

  /** Who calls. */
  Caller caller();

  /** The resource acted on, if the operation acts on one. */
  Optional<Resource> resource();

  /** The task that this call is. */
  TaskControl task();
}
