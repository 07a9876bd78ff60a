package hotshoe.cloudstack.network;

import hotshoe.cloudstack.network.Part.Form;
import hotshoe.cloudstack.network.Part.Given;
import hotshoe.cloudstack.network.Part.Own;
import hotshoe.cloudstack.network.Part.Packed;
import hotshoe.type.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A command that a NetworkOrchestrator understands. Immutable.
 *
 * @param word what the entrypoint is told
 * @param kind the kind of resource that it is about
 * @param description what it does, in one sentence
 * @param services it belongs to one of these; to the network itself where there are none
 * @param parts what the entrypoint is given, in order
 */
public record NetworkCommand(
    String word, String kind, String description, Set<NetworkService> services, List<Part> parts) {

  public NetworkCommand {
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
    services = Set.copyOf(services);
    parts = List.copyOf(parts);
  }

  static NetworkCommand network(String word, String description) {
    return new NetworkCommand(word, Surroundings.NETWORK, description, Set.of(), List.of());
  }

  static NetworkCommand vpc(String word, String description) {
    return new NetworkCommand(word, Surroundings.VPC, description, Set.of(), List.of());
  }

  /** The same, for whoever has one of these services. */
  NetworkCommand in(NetworkService... wanted) {
    return new NetworkCommand(word, kind, description, Set.of(wanted), parts);
  }

  /** The same, with what the network's own resources say under these keys. */
  NetworkCommand own(String... keys) {
    return with(Stream.of(keys).map(Own::new));
  }

  /** The same, with what the caller gives, as text. */
  NetworkCommand given(Field... fields) {
    return given(List.of(fields));
  }

  NetworkCommand given(List<Field> fields) {
    return with(fields.stream().map(field -> new Given(field, Form.TEXT)));
  }

  NetworkCommand given(Field field, Form form) {
    return with(Stream.of(new Given(field, form)));
  }

  NetworkCommand and(Part part) {
    return with(Stream.of(part));
  }

  private NetworkCommand with(Stream<? extends Part> more) {
    List<Part> all = new ArrayList<>(parts);
    more.forEach(all::add);
    return new NetworkCommand(word, kind, description, services, all);
  }

  /** What a caller gives: first what must be given. */
  public List<Field> fields() {
    return fields(parts)
        .sorted(Comparator.comparing((Field field) -> !field.isRequired()))
        .toList();
  }

  private static Stream<Field> fields(List<Part> parts) {
    return parts.stream()
        .flatMap(
            part -> {
              if (part instanceof Packed packed) {
                return fields(packed.parts());
              }
              return part instanceof Given given ? Stream.of(given.field()) : Stream.empty();
            });
  }

  /** Whether nothing is to be remembered of the device once it is done. */
  public boolean forgets() {
    return Set.of("shutdown-network", "destroy-network", "shutdown-vpc").contains(word);
  }
}
