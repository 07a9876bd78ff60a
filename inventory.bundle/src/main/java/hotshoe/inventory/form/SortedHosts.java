package hotshoe.inventory.form;

import hotshoe.inventory.Host;
import hotshoe.inventory.model.SortedVariables;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.util.List;

/** Writes host after host from variables that are sorted already. */
final class SortedHosts implements ListForm.HostVariables {

  private static final byte[] HIDDEN = {};

  private final JsonForm json;
  private final SortedVariables variables;
  private final List<String> names;
  private final byte[][] keys;

  SortedHosts(JsonForm json, SortedVariables variables) {
    this.json = json;
    this.variables = variables;
    this.names = variables.names();
    this.keys =
        names.stream()
            .map(name -> Shown.HIDDEN.contains(name) ? HIDDEN : JsonForm.keyBytes(name))
            .toArray(byte[][]::new);
  }

  @Override
  public boolean write(Host host, boolean isFirst) throws IOException {
    int size = variables.turnTo(host);
    boolean isEmpty = true;
    for (int i = 0; i < size; i++) {
      int number = variables.number(i);
      if (keys[number] != HIDDEN) {
        if (isEmpty) {
          ListForm.begin(json, host, isFirst);
          json.open('{');
        }
        json.next(isEmpty);
        json.key(keys[number]);
        value(host, number);
        isEmpty = false;
      }
    }
    if (!isEmpty) {
      json.close('}');
    }
    return !isEmpty;
  }

  private void value(Host host, int number) throws IOException {
    try {
      json.value(variables.value(number));
    } catch (ProblemException unprintable) {
      throw FormProblems.in(unprintable, "host " + host.name(), names.get(number));
    }
  }
}
