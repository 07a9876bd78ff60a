package hotshoe.operation;

import hotshoe.caller.Caller;
import hotshoe.type.Ref;
import hotshoe.type.Values.Reading;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody asks for.
 *
 * @param operation the whole name, or a short one that is unique
 * @param arguments plain or canonical values by parameter name
 * @param caller who asks
 * @param resource what to act on, for operations that act on a resource
 * @param reading how forgiving to read the arguments
 * @param limit a shorter limit than the operation's own; empty means its own
 */
public record CallRequest(
    String operation,
    Map<String, Object> arguments,
    Caller caller,
    Optional<Ref> resource,
    Reading reading,
    Optional<Duration> limit) {
  public CallRequest {
    Objects.requireNonNull(operation, "operation");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(limit, "limit");
  }

  /** A call by the embedding program itself, on no resource. */
  public static CallRequest of(String operation, Map<String, ?> arguments) {
    return new CallRequest(
        operation,
        new LinkedHashMap<>(arguments),
        Caller.HOST,
        Optional.empty(),
        Reading.STRICT,
        Optional.empty());
  }

  /** The same call by this caller. */
  public CallRequest by(Caller who) {
    return new CallRequest(operation, arguments, who, resource, reading, limit);
  }

  /** The same call on this resource. */
  public CallRequest on(Ref target) {
    return new CallRequest(operation, arguments, caller, Optional.of(target), reading, limit);
  }

  /** The same call with its arguments read leniently, as texts. */
  public CallRequest leniently() {
    return new CallRequest(operation, arguments, caller, resource, Reading.LENIENT, limit);
  }
}
