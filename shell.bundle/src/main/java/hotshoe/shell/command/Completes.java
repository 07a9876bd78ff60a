package hotshoe.shell.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a parameter of a command names, so that the console can complete it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Completes {
  /** The kind of name. */
  Kind value();

  /** What can be completed. */
  enum Kind {
    /** The name of an installed extension. */
    EXTENSION,
    /** The name of a slice. */
    SLICE,
    /** The name of a command. */
    COMMAND,
    /** A file of the host's machine. */
    FILE
  }
}
