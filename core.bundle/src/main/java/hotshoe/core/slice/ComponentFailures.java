package hotshoe.core.slice;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks Declarative Services why a component could not be created. */
final class ComponentFailures {

  private final ServiceComponentRuntime runtime;

  ComponentFailures(ServiceComponentRuntime runtime) {
    this.runtime = runtime;
  }

  /** There is no instance, for this reason. */
  static final class NoInstance extends Exception {

    private static final long serialVersionUID = 1L;

    NoInstance(String message) {
      super(message);
    }
  }

  /** The reason in words; it is kept short, the log has the whole of it. */
  String why(ServiceReference<?> reference) {
    Optional<Bundle> bundle = Optional.ofNullable(reference.getBundle());
    if (bundle.isEmpty()) {
      return "its service has gone";
    }
    return description(reference, bundle.get()).stream()
        .flatMap(it -> runtime.getComponentConfigurationDTOs(it).stream())
        .filter(it -> Objects.equals(it.id, reference.getProperty("component.id")))
        .flatMap(ComponentFailures::words)
        .findFirst()
        .orElse("its service gave no instance");
  }

  private Optional<ComponentDescriptionDTO> description(
      ServiceReference<?> reference, Bundle bundle) {
    return reference.getProperty("component.name") instanceof String name
        ? Optional.ofNullable(runtime.getComponentDescriptionDTO(bundle, name))
        : Optional.empty();
  }

  /** The messages in the stack trace that Declarative Services keeps, without the frames. */
  private static Stream<String> words(ComponentConfigurationDTO configuration) {
    if (configuration.failure == null) {
      return Stream.empty();
    }
    List<String> messages =
        Arrays.stream(configuration.failure.split("\\R"))
            .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t..."))
            .map(line -> line.replaceFirst("^Caused by: ", ""))
            .filter(line -> !line.startsWith("java.lang.reflect.InvocationTargetException"))
            .toList();
    return Stream.of(messages.stream().distinct().collect(Collectors.joining("; ")));
  }
}
