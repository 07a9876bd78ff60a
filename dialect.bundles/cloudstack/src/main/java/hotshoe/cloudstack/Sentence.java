package hotshoe.cloudstack;

import hotshoe.operation.Invocation;

/** What people read at the end of an action (row CS-48). */
final class Sentence {

  private Sentence() {}

  static String of(Action action, boolean success, String extension, Invocation call) {
    String written = success ? action.success() : action.failure();
    String usual = (success ? "Successfully completed " : "Failed to complete ") + action.name();
    String resource =
        call.resource()
            .map(target -> target.name().isBlank() ? target.ref().kind() : target.name())
            .orElse(action.resourceType());
    return (written.isBlank() ? usual : written)
        .replace("{{actionName}}", action.name())
        .replace("{{extensionName}}", extension)
        .replace("{{resourceName}}", resource);
  }
}
