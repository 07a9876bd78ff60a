package hotshoe.shell.text;

import static java.util.stream.Collectors.joining;

import hotshoe.inventory.Group;
import hotshoe.inventory.Host;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.InventoryChange.Changed;
import hotshoe.inventory.InventoryChange.Part;
import hotshoe.inventory.NamedInventory;
import hotshoe.inventory.NamedInventory.State;
import hotshoe.inventory.ReadSource;
import hotshoe.problem.Problem;
import hotshoe.shell.command.InventoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Inventories, their changes, and their groups as a tree. */
final class InventoryText {

  private static final int LABEL = 11;
  private static final int MOST = 20;
  private static final String INDENT = "  |";

  private InventoryText() {}

  static Table table(List<NamedInventory> inventories) {
    Table table =
        new Table(
            Column.whole("INVENTORY"),
            Column.whole("STATE"),
            Column.whole("HOSTS"),
            Column.whole("GROUPS"),
            Column.whole("READ"),
            Column.wrap("WHY"));
    for (NamedInventory it : inventories) {
      boolean isRead = it.read().isPresent();
      table.row(
          Span.of(it.name()),
          new Span(it.state().name(), tone(it.state())),
          Span.of(isRead ? "" + it.hosts() : ""),
          Span.of(isRead ? "" + it.groups() : ""),
          Span.of(it.read().map(Moment::briefly).orElse("")),
          Span.of(isTroubled(it) ? why(it) : ""));
    }
    return table;
  }

  private static boolean isTroubled(NamedInventory it) {
    return it.state() == State.STALE || it.state() == State.BROKEN;
  }

  /** The last problem that tells a place says most. */
  private static String why(NamedInventory it) {
    List<Problem> placed = it.problems().stream().filter(p -> !p.where().isEmpty()).toList();
    List<Problem> told = placed.isEmpty() ? it.problems() : placed;
    if (told.isEmpty()) {
      return "";
    }
    Problem last = told.get(told.size() - 1);
    return last.what() + (last.why().isEmpty() ? "" : ": " + last.why());
  }

  private static Tone tone(State state) {
    return switch (state) {
      case UNREAD -> Tone.FAINT;
      case CURRENT -> Tone.GOOD;
      case STALE -> Tone.CAUTION;
      case BROKEN -> Tone.BAD;
    };
  }

  static void one(NamedInventory it, Page page) {
    page.line(
        new Span(it.name(), Tone.STRONG),
        Span.of(" is "),
        new Span(it.state().name(), tone(it.state())));
    if (it.read().isPresent()) {
      part(page, "hosts", "" + it.hosts());
      part(page, "groups", "" + it.groups());
      part(page, "version", "" + it.version());
    }
    part(page, "read", it.read().map(Moment::of).orElse(""));
    part(page, "fails since", it.failed().map(Moment::of).orElse(""));
    part(page, "additions", it.additions() == 0 ? "" : "" + it.additions());
    part(page, "sources", String.join(", ", it.definition().sources()));
    it.sources().stream()
        .limit(MOST)
        .map(InventoryText::source)
        .forEach(text -> part(page, "", text));
    for (Problem problem : it.problems()) {
      page.gap();
      ProblemText.write(problem, page);
    }
  }

  private static String source(ReadSource read) {
    return read.source().text() + " by " + read.plugin();
  }

  private static void part(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.labelled("  ", new Span(label, Tone.FAINT), LABEL + 2, Span.of(text));
    }
  }

  static Table changes(List<InventoryChange> changes) {
    Table table =
        new Table(Column.whole("VERSION"), Column.whole("WHEN"), Column.wrap("HOSTS AND GROUPS"));
    for (InventoryChange change : changes) {
      table.row(
          Span.of("" + change.version()),
          Span.of(Moment.briefly(change.time())),
          Span.of(summary(change)));
    }
    return table;
  }

  /** A change in one line. */
  static String sentence(InventoryChange change) {
    return change.inventory() + " " + change.version() + ": " + summary(change);
  }

  private static String summary(InventoryChange change) {
    String text =
        Stream.of(counts(change.hosts(), "host"), counts(change.groups(), "group"))
            .filter(part -> !part.isEmpty())
            .collect(joining("; "));
    return text.isEmpty() ? "nothing became different" : text;
  }

  private static String counts(Part part, String what) {
    List<String> counts = new ArrayList<>();
    count(part.added().size(), what, "came", counts);
    count(part.removed().size(), what, "went", counts);
    count(part.changed().size(), what, "changed", counts);
    return String.join(", ", counts);
  }

  private static void count(int count, String what, String did, List<String> counts) {
    if (count > 0) {
      counts.add(count + " " + what + (count == 1 ? " " : "s ") + did);
    }
  }

  /** A change with names, at most so many of each kind. */
  static void change(InventoryChange change, Page page) {
    page.line(
        new Span(change.inventory() + " " + change.version(), Tone.STRONG),
        Span.of("  " + summary(change)));
    part("host", change.hosts(), page);
    part("group", change.groups(), page);
  }

  private static void part(String what, Part part, Page page) {
    lines(part.added().stream().map(name -> "+ " + what + " " + name).toList(), Tone.GOOD, page);
    lines(part.removed().stream().map(name -> "- " + what + " " + name).toList(), Tone.BAD, page);
    lines(
        part.changed().stream().map(it -> "* " + what + " " + changed(it)).toList(),
        Tone.CAUTION,
        page);
  }

  private static void lines(List<String> lines, Tone tone, Page page) {
    lines.stream().limit(MOST).forEach(line -> page.line(new Span("  " + line, tone)));
    if (lines.size() > MOST) {
      page.line(new Span("    ... and " + (lines.size() - MOST) + " more", Tone.FAINT));
    }
  }

  private static String changed(Changed it) {
    List<String> parts = new ArrayList<>();
    if (!it.variables().isEmpty()) {
      parts.add(String.join(", ", it.variables()));
    }
    if (!it.joined().isEmpty()) {
      parts.add("now in " + String.join(", ", it.joined()));
    }
    if (!it.left().isEmpty()) {
      parts.add("no longer in " + String.join(", ", it.left()));
    }
    return it.name() + ": " + String.join("; ", parts);
  }

  /** The tree as home draws it. */
  static void tree(InventoryTree tree, Page page) {
    page.line("@" + tree.top().name() + ":");
    below(tree, tree.top(), 0, page);
  }

  private static void below(InventoryTree tree, Group group, int depth, Page page) {
    List<Group> children = new ArrayList<>(group.children());
    children.sort(java.util.Comparator.comparing(Group::name));
    for (Group child : children) {
      page.line(INDENT.repeat(depth + 1) + "--@" + child.name() + ":");
      below(tree, child, depth + 1, page);
    }
    if (!group.name().equals("all")) {
      List<Host> hosts = new ArrayList<>(group.hosts());
      hosts.sort(java.util.Comparator.comparing(Host::name));
      for (Host host : hosts) {
        page.line(INDENT.repeat(depth + 1) + "--" + host.name());
        variables(tree, tree.inventory().exported(host), depth + 1, page);
      }
    }
    variables(tree, tree.inventory().exported(group), depth, page);
  }

  private static void variables(
      InventoryTree tree, Map<Object, Object> variables, int depth, Page page) {
    if (tree.hasVariables()) {
      variables.entrySet().stream()
          .map(entry -> "--{" + entry.getKey() + " = " + entry.getValue() + "}")
          .sorted()
          .forEach(text -> page.line(INDENT.repeat(depth + 1) + text));
    }
  }
}
