package hotshoe.cloudstack;

import java.util.Objects;

/**
 * What came of a run of an entrypoint that ended itself.
 *
 * @param code its exit code
 * @param output what it wrote on standard output, without blanks around it
 * @param errorOutput what it wrote on standard error, without blanks around it
 */
record Answer(int code, String output, String errorOutput) {
  Answer {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(errorOutput, "errorOutput");
  }

  /** Exit code 0 alone is a success. */
  boolean isSuccess() {
    return code == 0;
  }
}
