package hotshoe.cloudstack;

import hotshoe.extension.ExtensionName;
import hotshoe.operation.Invocation;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * What every operation of an extension has to know.
 *
 * @param extension its name
 * @param type what kind of extension it is
 * @param entrypoint the program's name below the folder of its files
 * @param details what the entrypoint is given of the extension
 */
record Common(String extension, String type, String entrypoint, Map<String, String> details) {

  static Common of(Map<String, Object> properties) {
    return new Common(
        (String) properties.get(Keys.EXTENSION),
        (String) properties.get(Keys.TYPE),
        (String) properties.get(Keys.ENTRYPOINT),
        Json.texts((String) properties.get(Keys.DETAILS)));
  }

  /** Refuses calls that must not reach the entrypoint (row CS-54). */
  void guard(Invocation call) {
    if (!type.equals(ManifestType.ORCHESTRATOR)) {
      throw new ProblemException(CloudStackProblems.networkNotRun(extension));
    }
    Optional<String> runner =
        call.resource().flatMap(Resource::extension).map(ExtensionName::value);
    if (runner.isPresent() && !runner.get().equals(extension)) {
      throw new ProblemException(
          CloudStackProblems.otherExtension(
              extension, call.resource().orElseThrow().name(), runner.get()));
    }
  }
}
