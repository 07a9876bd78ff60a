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
    FILE,
    /** The name of an operation. */
    OPERATION,
    /** An argument of the operation that is named before. */
    ARGUMENT,
    /** A resource, as kind and identifier. */
    RESOURCE,
    /** A kind of resource. */
    RESOURCE_KIND,
    /** The identifier of a task. */
    TASK,
    /** A state of a task. */
    STATE,
    /** The name of a setting. */
    SETTING,
    /** A setting with its value. */
    ASSIGNMENT,
    /** A value that nobody declares any more. */
    ORPHAN,
    /** The name of an environment. */
    ENVIRONMENT,
    /** The name of a user. */
    USER,
    /** The name of a role. */
    ROLE,
    /** The name of a token of the user that is named before. */
    TOKEN,
    /** The name of an inventory. */
    INVENTORY,
    /** A host of the inventory that is named before. */
    INVENTORY_HOST,
    /** A group of the inventory that is named before. */
    INVENTORY_GROUP,
    /** The name of a plugin that reads inventories. */
    INVENTORY_PLUGIN
  }
}
