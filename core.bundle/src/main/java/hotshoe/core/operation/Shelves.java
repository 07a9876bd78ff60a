package hotshoe.core.operation;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who offers what, and the catalogue that comes of it. Everything that is changed together appears
 * together; while an extension's gate is closed its changes are kept back, and appear in one step
 * when it opens. Of several offers of one name the first is in the catalogue; when it goes, the
 * next takes its place. Safe for use by many threads; reading never waits.
 */
final class Shelves {

  private final Map<ExtensionName, Gate> gates = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> claims = new HashMap<>();
  private final Map<Gate, Set<String>> kept = new HashMap<>();
  private volatile Catalogue catalogue = Catalogue.empty();

  Catalogue catalogue() {
    return catalogue;
  }

  Gate gate(ExtensionName extension) {
    return gates.computeIfAbsent(extension, Gate::new);
  }

  /** Adds all of these; the problems tell which names were taken. */
  synchronized List<Problem> add(Gate gate, Collection<Entry> entries) {
    List<Problem> problems = new ArrayList<>();
    List<String> names = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      List<Entry> before = claims.getOrDefault(entry.name, List.of());
      if (!before.isEmpty() && !gate.isClosed()) {
        problems.add(OperationProblems.duplicate(entry, before.get(0)));
      }
      claims.put(entry.name, Trie.Rows.with(before, before.size(), entry));
      names.add(entry.name);
    }
    changed(gate, names);
    return problems;
  }

  /** Takes all of these away. */
  synchronized void remove(Gate gate, Collection<Entry> entries) {
    List<String> names = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      List<Entry> before = claims.getOrDefault(entry.name, List.of());
      int at = before.indexOf(entry);
      if (at >= 0 && before.size() == 1) {
        claims.remove(entry.name);
      } else if (at >= 0) {
        claims.put(entry.name, Trie.Rows.without(before, at));
      }
      names.add(entry.name);
    }
    changed(gate, names);
  }

  private void changed(Gate gate, Collection<String> names) {
    if (gate.isClosed()) {
      kept.computeIfAbsent(gate, any -> new LinkedHashSet<>()).addAll(names);
    } else {
      publish(names);
    }
  }

  private void publish(Collection<String> names) {
    Catalogue next = catalogue;
    for (String name : names) {
      List<Entry> entries = claims.getOrDefault(name, List.of());
      Entry shown = next.byName().get(name);
      if (!entries.isEmpty() && entries.get(0) != shown) {
        next = next.with(entries.get(0));
      } else if (entries.isEmpty() && shown != null) {
        next = next.without(shown);
      }
    }
    catalogue = next;
  }

  /** Keeps the changes of an extension back from now on. */
  synchronized void close(Gate gate) {
    gate.close();
  }

  /** Shows what was kept back, if nobody else holds the gate; the problems tell of names taken. */
  synchronized List<Problem> open(Gate gate) {
    if (!gate.release()) {
      return List.of();
    }
    Set<String> names = kept.getOrDefault(gate, Set.of());
    kept.remove(gate);
    publish(names);
    gate.open();
    return names.stream()
        .map(name -> claims.getOrDefault(name, List.of()))
        .filter(entries -> entries.size() > 1)
        .map(entries -> OperationProblems.duplicate(entries.get(1), entries.get(0)))
        .toList();
  }
}
