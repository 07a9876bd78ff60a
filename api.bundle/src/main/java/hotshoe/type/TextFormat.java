package hotshoe.type;

/** What kind of text a {@link Type.Text} is (rows CS-49, CS-51, UE-28). */
public enum TextFormat {
  /** Anything. */
  PLAIN,
  /** Anything that holds more than blanks (row CS-51). */
  FILLED,
  /** Anything, usually several lines. */
  LINES,
  /** A UUID in the strict 8-4-4-4-12 form. */
  UUID,
  /** A mail address: local part, {@code @}, domain. */
  EMAIL,
  /** An absolute URL with one of the schemes file, ftp, http, https and jar. */
  URL,
  /** A JSON document, RFC 8259, whole and at most 500 levels deep. */
  JSON,
  /**
   * A YAML document, as far as it can be told without reading it: no character that YAML forbids,
   * no line indented with a tab. Whoever reads it checks the rest.
   */
  YAML,
  /** The text of a script; executables get the path of a file that holds it. */
  SCRIPT,
  /**
   * A cron expression: minute, hour, day of month, month, day of week; with six fields the first is
   * the second; with seven the last is the year.
   */
  CRON
}
