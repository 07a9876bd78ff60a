package hotshoe.cloudstack;

import hotshoe.cloudstack.lifecycle.Console;
import hotshoe.cloudstack.lifecycle.PowerState;
import hotshoe.type.Type;
import java.util.Arrays;
import java.util.Locale;

/** What the framework of CloudStack asks the entrypoint of an orchestrator to do (row CS-59). */
enum Verb {
  /** Before the first start, where the extension wants it. */
  PREPARE("Makes an instance ready for its first start.", "domain-admin"),
  /** The first start. */
  CREATE("Makes an instance and starts it.", "user"),
  /** Later starts. */
  START("Starts an instance.", "user"),
  /** The stop. */
  STOP("Stops an instance.", "user"),
  /** The restart. */
  REBOOT("Starts an instance again.", "user"),
  /** The end. */
  DELETE("Removes an instance for good.", "domain-admin"),
  /** Asked from time to time. */
  STATUS("Tells whether an instance is on.", "user"),
  /** Asked from time to time, once for all instances of a host. */
  STATUSES("Tells which instances of a host are on.", "admin"),
  /** Asked when somebody wants to see the screen. */
  GETCONSOLE("Tells how to reach the console of an instance.", "user");

  /** What the documentation calls {@link #CREATE}. */
  static final String DEPLOY = "deploy";

  private final String description;
  private final String role;

  Verb(String description, String role) {
    this.description = description;
    this.role = role;
  }

  /** What the entrypoint is told. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  /** The role that may ask for it. */
  String role() {
    return role;
  }

  /** The kind of resource it is about. */
  String resourceType() {
    return this == STATUSES ? "Host" : "VirtualMachine";
  }

  /** Whether what the entrypoint writes may hold passwords, so that nobody hears it. */
  boolean isConfidential() {
    return this == PREPARE || this == GETCONSOLE;
  }

  /** What callers get. */
  Type result() {
    return switch (this) {
      case STATUS -> Type.choice(PowerState.words());
      case STATUSES -> Type.mapOf(Type.choice(PowerState.words()));
      case GETCONSOLE -> Console.TYPE;
      default -> Type.optional(Type.any());
    };
  }

  boolean isReadOnly() {
    return this == STATUS || this == STATUSES || this == GETCONSOLE;
  }

  /** Whether no custom action may be called so, in any letter case (row CS-45). */
  static boolean isReserved(String name) {
    return name.equalsIgnoreCase(DEPLOY)
        || Arrays.stream(values()).anyMatch(verb -> verb.name().equalsIgnoreCase(name));
  }
}
