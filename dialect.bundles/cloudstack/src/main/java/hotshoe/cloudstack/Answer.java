package hotshoe.cloudstack;

import java.util.Objects;

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

  /** Exit code 0 alone is a success. */
  boolean isSuccess() {
    return code == 0;
  }
}
