package hotshoe.form;

import hotshoe.type.Checked;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What can be said of an answer before it is sent (row CS-69). The host checks everything again,
 * and more. Immutable.
 *
 * @param kind which rule it is
 * @param pattern a regular expression that all of the answer matches, as Java and JavaScript have
 *     it; empty for a rule that is no pattern
 * @param message what a person is told who breaks it
 */
public record FormRule(Kind kind, String pattern, String message) {

  /** The rules there are. */
  public enum Kind {
    /** It must be given. */
    REQUIRED,
    /** It is a mail address. */
    EMAIL,
    /** It is an absolute URL. */
    URL,
    /** It is a UUID in the strict form of 8, 4, 4, 4 and 12 digits. */
    UUID,
    /** It has so many characters. */
    LENGTH,
    /** It is written so. */
    PATTERN
  }

  /** What must be given. */
  static final FormRule REQUIRED = new FormRule(Kind.REQUIRED, "", "must be given");

  /** A mail address. */
  static final FormRule EMAIL =
      new FormRule(
          Kind.EMAIL,
          "[A-Za-z0-9+_.-]+@[A-Za-z0-9.-]+",
          "must be a mail address, as a@example.com");

  /** An address of the web, a file or the like. */
  static final FormRule URL =
      new FormRule(
          Kind.URL,
          "([Ff][Tt][Pp]|[Ff][Ii][Ll][Ee]|[Hh][Tt][Tt][Pp][Ss]?|[Jj][Aa][Rr]):.+",
          "must be a URL that begins with http, https, ftp, file or jar");

  /** A UUID. */
  static final FormRule UUID =
      new FormRule(
          Kind.UUID,
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
          "must be a UUID of 8, 4, 4, 4 and 12 digits");

  public FormRule {
    Objects.requireNonNull(kind, "kind");
    Pattern.compile(pattern);
    Objects.requireNonNull(message, "message");
  }

  /** Whether an answer keeps it. One that was not given breaks nothing but REQUIRED. */
  public boolean holds(String answer) {
    boolean isGiven = !answer.isBlank();
    return kind == Kind.REQUIRED ? isGiven : !isGiven || pattern.isEmpty() || matches(answer);
  }

  /** As values are matched, so that trying an author's pattern always ends. */
  private boolean matches(String answer) {
    Type text = new Type.Text(TextFormat.PLAIN, 0, Integer.MAX_VALUE, pattern);
    return Values.check(text, answer.strip(), Reading.STRICT, "") instanceof Checked.Valid;
  }
}
