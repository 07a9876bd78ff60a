package hotshoe.cloudstack;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a run of an entrypoint that ended itself.
 *
 * @param code its exit code
 * @param output what it wrote on standard output
 * @param errorOutput what it wrote on standard error
 */
record Answer(int code, String output, String errorOutput) {
  Answer {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(errorOutput, "errorOutput");
  }

  /** The same, without blanks around what it wrote. */
  Answer stripped() {
    return new Answer(code, output.strip(), errorOutput.strip());
  }

  /** Exit code 0 is a success, unless the program says otherwise in JSON. */
  boolean isSuccess() {
    return code == 0 && complaint().isEmpty();
  }

  /**
   * What the program says went wrong: its message, perhaps an empty one, when all that it wrote is
   * a JSON object with {@code "status": "error"} or {@code "success": false}.
   */
  Optional<String> complaint() {
    return Json.lenient(output)
        .filter(Map.class::isInstance)
        .map(said -> (Map<?, ?>) said)
        .filter(Answer::isComplaint)
        .map(Answer::message);
  }

  private static boolean isComplaint(Map<?, ?> said) {
    boolean isError = said.get("status") instanceof String word && word.equalsIgnoreCase("error");
    return isError || Boolean.FALSE.equals(said.get("success"));
  }

  private static String message(Map<?, ?> said) {
    Object result = said.get("result") instanceof Map<?, ?> map ? map.get("message") : "";
    return Stream.of(said.get("error"), said.get("message"), result)
        .filter(text -> text instanceof String)
        .map(String.class::cast)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
