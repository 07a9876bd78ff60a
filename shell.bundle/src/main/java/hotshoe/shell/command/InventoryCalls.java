package hotshoe.shell.command;

import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.Operations;
import hotshoe.type.Values.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;

/** Calls operations for commands, so that roles hold, and tasks and audit tell of it. */
final class InventoryCalls {

  private final Operations operations;

  InventoryCalls(Operations operations) {
    this.operations = operations;
  }

  CallResult call(CommandSession session, String name, Map<String, Object> arguments)
      throws InterruptedException {
    Optional<OperationDescription> description = Calling.meant(operations, name);
    CallRequest request =
        new CallRequest(
            name,
            arguments,
            Dialogue.caller(session),
            Optional.empty(),
            Reading.LENIENT,
            Optional.empty());
    return new Calling(Dialogue.of(session))
        .follow(operations.start(request), request, description);
  }

  /** A list in the answer of a call. */
  static List<?> list(Object answer, String key) {
    return answer instanceof Map<?, ?> map && map.get(key) instanceof List<?> list
        ? list
        : List.of();
  }

  /** A whole number in the answer of a call. */
  static long number(Object answer, String key) {
    return answer instanceof Map<?, ?> map && map.get(key) instanceof Number number
        ? number.longValue()
        : 0;
  }

  /** Whether a call that changes something says that it has. */
  static boolean isChanged(CallResult result) {
    return result.result() instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("changed"));
  }

  /** Names by what a call listed of them. */
  static Collection<String> names(List<?> rows) {
    return rows.stream()
        .map(row -> row instanceof Map<?, ?> map ? String.valueOf(map.get("name")) : "" + row)
        .toList();
  }
}
