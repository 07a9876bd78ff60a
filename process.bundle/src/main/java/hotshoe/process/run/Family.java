package hotshoe.process.run;

import hotshoe.process.ProcessOrder;
import hotshoe.process.Remaining;
import hotshoe.process.launch.ControlGroups;
import hotshoe.process.tree.Census;
import hotshoe.process.tree.ProcessTable;
import hotshoe.process.tree.Sighting;
import hotshoe.process.tree.Tree;
import hotshoe.process.tree.TreeEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All processes of one order, and what has to be given back when the last of them is gone. */
final class Family {

  private static final Logger LOG = LoggerFactory.getLogger(Family.class);

  private final ProcessOrder order;
  private final long number;
  private final Path folder;
  private final Optional<ControlGroups.Group> group;
  private final ProcessTable table;
  private final Tree tree;
  private Optional<Sighting> first = Optional.empty();

  Family(
      ProcessOrder order,
      long number,
      String marker,
      Path folder,
      Optional<ControlGroups.Group> group,
      ProcessTable table) {
    this.order = order;
    this.number = number;
    this.folder = folder;
    this.group = group;
    this.table = table;
    this.tree = new Tree(table, marker::equals);
  }

  ProcessOrder order() {
    return order;
  }

  /** The first process, if it was still to be seen when it had started. */
  synchronized Optional<Sighting> first() {
    return first;
  }

  /** Looks at the first process, which has just started, and writes it down. */
  synchronized void begin(long pid, boolean isKept, Journal journal) {
    first = table.find(pid).filter(seen -> !seen.isEnded());
    if (first.isPresent()) {
      tree.beginsWith(first.get(), table.pipes(pid, "1", "2"));
      journal.begun(number, first.get().life());
      if (isKept) {
        tree.isKeptByFirst(first.get());
      }
    }
  }

  /** Ends them all and says how many there were. */
  synchronized int end(Duration grace) {
    TreeEnd.Result result = TreeEnd.within(grace).end(table, tree);
    group.ifPresent(ControlGroups.Group::kill);
    if (!result.left().isEmpty()) {
      LOG.error("{}", RunProblems.immortal(order.toString(), result.left().size()));
    }
    return result.found();
  }

  /** Ends those too that have hidden and only hold an output open. */
  synchronized int endHolders(Duration grace) {
    tree.searchPipes();
    return end(grace);
  }

  /** Whether anybody there belongs to it. */
  synchronized boolean isAmong(Census census) {
    return tree.isAmong(census);
  }

  /** The most memory that the system's table shows now; 0 when it shows none. */
  long memory(long pid) {
    return table.memory(pid).orElse(0);
  }

  /** The most memory that the control group has counted; 0 when there is none. */
  long groupPeak() {
    return group.isPresent() ? group.get().peakMemory().orElse(0) : 0;
  }

  /** Gives back what it had. */
  void close(Journal journal, boolean isGone) {
    first().ifPresent(seen -> journal.ended(number, seen.life()));
    group.ifPresent(ControlGroups.Group::close);
    if (isGone || order.remaining() == Remaining.END) {
      PrivateFolder.delete(folder);
    }
  }
}
