package hotshoe.inventory.format;

import hotshoe.inventory.InventoryBuilder;
import java.util.List;
import java.util.OptionalLong;

/**
 * The hosts that a pattern in a source stands for, and their port.
 *
 * @param names every host
 * @param port the port of all of them
 */
record HostPattern(List<String> names, OptionalLong port) {

  /** Reads a pattern with ranges. */
  static HostPattern of(String text) throws HostRange.WrongRange {
    if (text.indexOf(':') < 0 && text.indexOf('[') < 0) {
      return new HostPattern(List.of(text), OptionalLong.empty());
    }
    Address address = Address.of(text);
    return new HostPattern(HostRange.names(address.host()), address.port());
  }

  /** Reads a host without ranges; brackets are part of its name then. */
  static HostPattern literal(String text) {
    Address address = Address.of(text);
    return address.host().indexOf('[') >= 0
        ? new HostPattern(List.of(text), OptionalLong.empty())
        : new HostPattern(List.of(address.host()), address.port());
  }

  /** Adds one of its hosts to a group. */
  void add(String name, InventoryBuilder inventory, String group) {
    if (port.isPresent()) {
      inventory.addHost(name, group, port.getAsLong());
    } else {
      inventory.addHost(name, group);
    }
  }
}
