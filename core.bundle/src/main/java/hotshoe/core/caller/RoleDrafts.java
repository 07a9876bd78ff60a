package hotshoe.core.caller;

import hotshoe.caller.Role;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles as they stand in a file, until those are left out that cannot be had. */
final class RoleDrafts {

  /** A role and the place where it stands. */
  private record Draft(Role role, String place) {}

  private final Set<String> shipped = new LinkedHashSet<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private final List<Problem> problems;

  RoleDrafts(List<Role> shipped, List<Problem> problems) {
    shipped.forEach(role -> this.shipped.add(role.name()));
    this.problems = problems;
  }

  /** Takes a role that is in order by itself. */
  void add(Role role, String place) {
    if (shipped.contains(role.name())) {
      problems.add(CallerProblems.shippedRole(role.name(), place));
    } else if (drafts.containsKey(role.name())) {
      problems.add(CallerProblems.twice(role.name(), place, drafts.get(role.name()).place()));
    } else {
      drafts.put(role.name(), new Draft(role, place));
    }
  }

  /** Remembers a role that is not in order: who includes it is told so. */
  void leaveOut(String name) {
    leftOut.add(name);
  }

  /** What remains: every role that one includes is there, and none includes itself. */
  List<Role> roles() {
    leaveOutCycles();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Draft draft : List.copyOf(drafts.values())) {
        changed |= leaveOutIfMissing(draft);
      }
    }
    return drafts.values().stream().map(Draft::role).toList();
  }

  private boolean leaveOutIfMissing(Draft draft) {
    Optional<String> missing =
        draft.role().includes().stream()
            .filter(name -> !shipped.contains(name) && !drafts.containsKey(name))
            .sorted()
            .findFirst();
    missing.ifPresent(
        name -> {
          problems.add(missing(draft, name));
          drop(draft.role().name());
        });
    return missing.isPresent();
  }

  private Problem missing(Draft draft, String name) {
    if (leftOut.contains(name)) {
      return CallerProblems.includesLeftOut(draft.role().name(), name, draft.place());
    }
    List<String> known = new ArrayList<>(shipped);
    known.addAll(drafts.keySet());
    return CallerProblems.unknownInclude(draft.role().name(), name, draft.place(), known);
  }

  private void leaveOutCycles() {
    for (Draft draft : List.copyOf(drafts.values())) {
      List<String> way = wayBack(draft.role().name());
      if (!way.isEmpty()) {
        problems.add(CallerProblems.cycle(way, draft.place()));
        way.forEach(this::drop);
      }
    }
  }

  private void drop(String name) {
    drafts.remove(name);
    leftOut.add(name);
  }

  /** The shortest way from a role through what it includes back to itself; empty if none. */
  private List<String> wayBack(String start) {
    Map<String, String> from = new LinkedHashMap<>();
    List<String> open = new ArrayList<>(List.of(start));
    for (int i = 0; i < open.size(); i++) {
      Draft draft = drafts.get(open.get(i));
      if (draft == null) {
        continue;
      }
      for (String next : draft.role().includes()) {
        if (from.putIfAbsent(next, open.get(i)) == null) {
          open.add(next);
        }
        if (next.equals(start)) {
          return way(start, from);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(String start, Map<String, String> from) {
    List<String> way = new ArrayList<>(List.of(start));
    for (String at = from.get(start); !at.equals(start); at = from.get(at)) {
      way.add(1, at);
    }
    return way;
  }
}
