package hotshoe.loader.extension;

import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** The declared components of a bundle that are not up, and what each waits for. */
final class Components {

  private final ServiceComponentRuntime runtime;

  Components(ServiceComponentRuntime runtime) {
    this.runtime = runtime;
  }

  List<Problem> waiting(Bundle bundle) {
    List<Problem> notes = new ArrayList<>();
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
      for (ComponentConfigurationDTO configuration :
          runtime.getComponentConfigurationDTOs(component)) {
        reason(component, configuration)
            .map(why -> ExtensionProblems.componentWaits(component.name, why))
            .ifPresent(notes::add);
      }
    }
    return notes;
  }

  private static Optional<String> reason(
      ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    return switch (configuration.state) {
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
          Optional.of("it has no configuration " + String.join(" or ", component.configurationPid));
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          Optional.of("it needs " + services(component, configuration));
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          Optional.of(configuration.failure.lines().findFirst().orElse("its activation failed"));
      default -> Optional.empty();
    };
  }

  private static String services(
      ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    return Arrays.stream(configuration.unsatisfiedReferences)
        .map(reference -> "the service " + service(component, reference))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String service(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO reference) {
    String type =
        Arrays.stream(component.references)
            .filter(declared -> declared.name.equals(reference.name))
            .map(declared -> declared.interfaceName)
            .findFirst()
            .orElse(reference.name);
    return reference.target == null ? type : type + " with " + reference.target;
  }
}
