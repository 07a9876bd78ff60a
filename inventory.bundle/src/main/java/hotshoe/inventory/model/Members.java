package hotshoe.inventory.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Things in the order in which they came, each once; few of them are searched, many looked up. */
final class Members<T> {

  private static final int FEW = 16;

  private List<T> list = new ArrayList<>(2);
  private Set<T> set = Set.of();

  boolean contains(T member) {
    return set.isEmpty() ? list.contains(member) : set.contains(member);
  }

  boolean add(T member) {
    if (contains(member)) {
      return false;
    }
    list.add(member);
    if (!set.isEmpty()) {
      set.add(member);
    } else if (list.size() > FEW) {
      set = new HashSet<>(list);
    }
    return true;
  }

  void remove(T member) {
    restore(list.stream().filter(other -> !other.equals(member)).toList());
  }

  List<T> list() {
    return Collections.unmodifiableList(list);
  }

  int size() {
    return list.size();
  }

  /** Forgets everything that came after the first so many. */
  void cut(int size) {
    if (size < list.size()) {
      restore(List.copyOf(list.subList(0, size)));
    }
  }

  void restore(List<T> members) {
    list = new ArrayList<>(members);
    set = members.size() > FEW ? new HashSet<>(members) : Set.of();
  }
}
