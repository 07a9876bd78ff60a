package hotshoe.core.operation;

import hotshoe.caller.Caller;
import hotshoe.core.caller.Authority;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import java.util.List;
import java.util.function.Supplier;

/** What a caller may know of the catalogue: what they may call (row CS-47). */
final class Directory {

  /** Names that are compared with one that nobody knows; comparing all takes too long. */
  private static final int COMPARED = 2000;

  private final Supplier<Catalogue> catalogue;
  private final Authority authority;

  Directory(Supplier<Catalogue> catalogue, Authority authority) {
    this.catalogue = catalogue;
    this.authority = authority;
  }

  /** What this caller may call, hidden operations left out, by name. */
  List<Entry> visible(Caller caller) {
    return catalogue.get().sorted().get().entries().stream()
        .filter(entry -> isVisible(entry, caller))
        .toList();
  }

  private boolean isVisible(Entry entry, Caller caller) {
    return !entry.isHidden() && authority.allows(caller, entry.description.access());
  }

  /** Why a name leads to nothing, and what was meant perhaps. */
  Problem unknown(String name, Caller caller) {
    List<String> candidates =
        catalogue.get().candidates(name).stream()
            .filter(entry -> isVisible(entry, caller))
            .map(entry -> entry.name)
            .toList();
    return candidates.size() > 1
        ? OperationProblems.ambiguous(name, candidates)
        : OperationProblems.unknown(
            name, why(name), candidates.isEmpty() ? near(name, caller) : candidates.get(0));
  }

  private String why(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return "no extension offers one of that short name to you";
    }
    String prefix = name.substring(0, dot + 1);
    boolean known =
        catalogue.get().sorted().get().entries().stream()
            .anyMatch(entry -> entry.name.startsWith(prefix));
    String extension = OperationProblems.shown(name.substring(0, dot));
    return known
        ? "the extension " + extension + " does not offer it"
        : "no extension " + extension + " that offers operations is running";
  }

  private String near(String name, Caller caller) {
    boolean isShort = name.indexOf('.') < 0;
    int away = Math.max(1, name.length() / 3);
    List<String> comparable =
        catalogue.get().sorted().get().entries().stream()
            .filter(entry -> Math.abs(length(entry, isShort) - name.length()) <= away)
            .filter(entry -> isVisible(entry, caller))
            .limit(COMPARED)
            .map(entry -> isShort ? entry.description.name().shortName() : entry.name)
            .toList();
    return OperationProblems.shown(Nearest.to(name, comparable));
  }

  private static int length(Entry entry, boolean isShort) {
    return isShort ? entry.description.name().shortName().length() : entry.name.length();
  }
}
