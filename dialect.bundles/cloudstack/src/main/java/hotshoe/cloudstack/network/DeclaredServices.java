package hotshoe.cloudstack.network;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services that a NetworkOrchestrator says it has, and what it can do of each (row CS-67).
 * Immutable.
 *
 * @param services those that are known
 * @param capabilities what it can do, by service and capability
 * @param problems a warning for each name that is unknown, an error where nothing can be read
 */
public record DeclaredServices(
    Set<NetworkService> services,
    Map<NetworkService, Map<String, String>> capabilities,
    List<Problem> problems) {

  /** The detail that names the services, with commas between them. */
  public static final String SERVICES = "network.services";

  /** The detail that says what it can do of them, as JSON. */
  public static final String CAPABILITIES = "network.service.capabilities";

  public DeclaredServices {
    services = Collections.unmodifiableSet(services);
    capabilities = Collections.unmodifiableMap(new LinkedHashMap<>(capabilities));
    problems = List.copyOf(problems);
  }

  /** What the details of an extension declare. */
  public static DeclaredServices of(Map<String, String> details) {
    List<Problem> problems = new ArrayList<>();
    Set<NetworkService> services = EnumSet.noneOf(NetworkService.class);
    for (String name : details.getOrDefault(SERVICES, "").split(",", -1)) {
      if (!name.isBlank()) {
        known(name.strip(), SERVICES, problems).ifPresent(services::add);
      }
    }
    Map<NetworkService, Map<String, String>> capabilities = new LinkedHashMap<>();
    document(details.getOrDefault(CAPABILITIES, ""), problems)
        .forEach(
            (name, values) ->
                known(name, CAPABILITIES, problems)
                    .ifPresent(service -> capabilities.put(service, Map.copyOf(values))));
    return new DeclaredServices(services, capabilities, problems);
  }

  private static Optional<NetworkService> known(String name, String key, List<Problem> problems) {
    Optional<NetworkService> service = NetworkService.of(name);
    if (service.isEmpty()) {
      problems.add(NetworkProblems.unknownService(name, key));
    }
    return service;
  }

  private static Map<String, Map<String, String>> document(String text, List<Problem> problems) {
    Map<String, Map<String, String>> document = new LinkedHashMap<>();
    try {
      JsonElement root = text.isBlank() ? new JsonObject() : JsonParser.parseString(text);
      root.getAsJsonObject()
          .entrySet()
          .forEach(service -> document.put(service.getKey(), texts(service.getValue())));
      return document;
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException unfit) {
      problems.add(NetworkProblems.badCapabilities());
      return Map.of();
    }
  }

  private static Map<String, String> texts(JsonElement service) {
    Map<String, String> texts = new LinkedHashMap<>();
    service
        .getAsJsonObject()
        .entrySet()
        .forEach(
            value ->
                texts.put(value.getKey(), value.getValue().getAsJsonPrimitive().getAsString()));
    return texts;
  }

  /** Whether it has one of these; nothing is asked for where none is named. */
  boolean has(Set<NetworkService> wanted) {
    return wanted.isEmpty() || wanted.stream().anyMatch(services::contains);
  }

  boolean has(NetworkService wanted) {
    return services.contains(wanted);
  }

  /** The values that a capability lists with commas, or the usual ones where it is not declared. */
  List<String> values(NetworkService service, String capability, List<String> usual) {
    String declared = capabilities.getOrDefault(service, Map.of()).getOrDefault(capability, "");
    List<String> values =
        Arrays.stream(declared.split(",", -1))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    return values.isEmpty() ? usual : values;
  }
}
