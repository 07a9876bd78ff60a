package hotshoe.bench;

import java.util.Collections;
import java.util.List;

/** Runs the cases in turn, so that all of them see the same weather. */
final class Rounds {

  private final Ledger ledger;
  private final int patience;

  /**
   * @param patience how many seconds to wait for a quiet machine before each run
   */
  Rounds(Ledger ledger, int patience) {
    this.ledger = ledger;
    this.patience = patience;
  }

  /** Each round runs every case once; the order turns by one from round to round. */
  void run(List<Case> cases, int runs) throws InterruptedException {
    for (int round = 0; round < runs; round++) {
      List<Case> turned = new java.util.ArrayList<>(cases);
      Collections.rotate(turned, -round);
      for (Case next : turned) {
        System.err.printf("  run %d/%d %s%n", round + 1, runs, next.name());
        Noise.awaitQuiet(patience);
        measure(next, round);
      }
    }
  }

  private void measure(Case next, int round) {
    Noise noise = new Noise();
    try {
      ledger.add(round, next.work().run(round), noise.share());
    } catch (Exception failed) {
      System.err.println("  FAILED " + next.name() + ": " + failed);
    }
  }
}
