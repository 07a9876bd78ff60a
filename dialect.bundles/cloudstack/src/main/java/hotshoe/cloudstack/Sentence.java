package hotshoe.cloudstack;

import hotshoe.resource.Resource;
import java.util.Optional;

/** What people read at the end of an action (row CS-48). */
final class Sentence {

  private Sentence() {}

  static String of(Action action, boolean success, String extension, Optional<Resource> target) {
    String written = success ? action.success() : action.failure();
    String usual = (success ? "Successfully completed " : "Failed to complete ") + action.name();
    String resource =
        target
            .map(named -> named.name().isBlank() ? named.ref().kind() : named.name())
            .orElse(action.resourceType());
    return (written.isBlank() ? usual : written)
        .replace("{{actionName}}", action.name())
        .replace("{{extensionName}}", extension)
        .replace("{{resourceName}}", resource);
  }
}
