package hotshoe.type;

/** What kind of text a {@link Type.Text} is (rows CS-49, CS-51, UE-28). */
public enum TextFormat {
  /** Anything. */
  PLAIN,
  /** Anything, usually several lines. */
  LINES,
  /** A UUID in the strict 8-4-4-4-12 form. */
  UUID,
  /** A mail address: local part, {@code @}, domain. */
  EMAIL,
  /** An absolute URL with a known scheme. */
  URL,
  /** A JSON document. */
  JSON,
  /** A YAML document. */
  YAML,
  /** The text of a script; executables get the path of a file that holds it. */
  SCRIPT,
  /** A cron expression. */
  CRON
}
