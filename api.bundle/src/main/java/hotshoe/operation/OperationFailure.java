package hotshoe.operation;

import java.util.Map;
import java.util.Objects;

/** A failure that callers are meant to understand: a code, what is told with it, and a sentence. */
public class OperationFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, String> details;

  /** Fails with a declared code. */
  public OperationFailure(String code, String message) {
    this(code, message, Map.of());
  }

  /** Fails with a declared code and what belongs to it. */
  public OperationFailure(String code, String message, Map<String, String> details) {
    super(Objects.requireNonNull(message, "message"));
    this.code = Objects.requireNonNull(code, "code");
    this.details = Map.copyOf(details);
  }

  /** Upper case with underscores. */
  public String code() {
    return code;
  }

  /** What is told with it, by name. */
  public Map<String, String> details() {
    return details;
  }
}
