package hotshoe.problem;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that is wrong, in a form that every door can show.
 *
 * <p>The anatomy is always the same: a stable code, what happened, where, why, and what to do next.
 * {@code where}, {@code why} and {@code advice} may be empty, never null. No part may hold a
 * secret, a stack trace or a path outside the operator's own folders.
 *
 * @param severity how bad it is
 * @param code a stable code such as {@code HS-SLICE-003}; every code is explained in {@code
 *     docs/problems}
 * @param what one sentence saying what happened, and to what
 * @param where the place: a file with its line, a field, an extension, or empty
 * @param why the cause in words, or empty
 * @param advice what a person can do next, or empty
 */
public record Problem(
    Severity severity, String code, String what, String where, String why, String advice) {

  private static final Pattern CODE = Pattern.compile("HS-[A-Z]+-\\d{3}");

  public Problem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(advice, "advice");
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a problem code: " + code);
    }
  }

  /** An error with nothing but its sentence; add the rest with the {@code with} methods. */
  public static Problem error(String code, String what) {
    return new Problem(Severity.ERROR, code, what, "", "", "");
  }

  /** A warning with nothing but its sentence. */
  public static Problem warning(String code, String what) {
    return new Problem(Severity.WARNING, code, what, "", "", "");
  }

  /** A note with nothing but its sentence. */
  public static Problem note(String code, String what) {
    return new Problem(Severity.NOTE, code, what, "", "", "");
  }

  /** The same problem at this place. */
  public Problem at(String place) {
    return new Problem(severity, code, what, place, why, advice);
  }

  /** The same problem with this cause. */
  public Problem because(String cause) {
    return new Problem(severity, code, what, where, cause, advice);
  }

  /** The same problem with this advice. */
  public Problem advising(String next) {
    return new Problem(severity, code, what, where, why, next);
  }

  /** The whole message on one line: {@code code: what (where): why; advice}. */
  public String sentence() {
    StringBuilder text = new StringBuilder(code).append(": ").append(what);
    if (!where.isEmpty()) {
      text.append(" (").append(where).append(')');
    }
    if (!why.isEmpty()) {
      text.append(": ").append(why);
    }
    if (!advice.isEmpty()) {
      text.append("; ").append(advice);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return sentence();
  }
}
