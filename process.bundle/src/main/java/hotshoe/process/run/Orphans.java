package hotshoe.process.run;

import hotshoe.process.tree.ProcessTable;
import hotshoe.process.tree.Tree;
import hotshoe.process.tree.TreeEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what hosts that were killed left running, and deletes their private files.
 *
 * @param table the system's processes
 * @param grace how long they may take to end when they are asked to
 */
record Orphans(ProcessTable table, Duration grace) {

  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

  /** Ends those of every run before this one. */
  void endBefore(Journal own) {
    try {
      for (Journal journal : own.earlier()) {
        end(journal);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}", RunProblems.unswept(own.folder().getParent(), e.toString()));
    }
  }

  private void end(Journal journal) throws IOException {
    if (journal.isOfThisBoot()) {
      List<Journal.Written> written = journal.written();
      Tree tree = new Tree(table, marker -> journal.isOrphan(marker, written));
      written.forEach(entry -> tree.remembers(entry.life()));
      TreeEnd.Result result = TreeEnd.within(grace).end(table, tree);
      tell(result);
    }
    journal.delete();
  }

  private static void tell(TreeEnd.Result result) {
    if (result.found() > 0) {
      LOG.warn("{}", RunProblems.orphans(result.found()));
    }
    if (!result.left().isEmpty()) {
      LOG.error("{}", RunProblems.immortal("of a host that died", result.left().size()));
    }
  }
}
