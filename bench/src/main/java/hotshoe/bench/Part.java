package hotshoe.bench;

import java.util.List;

/** One question, and the cases that answer it together. */
public interface Part {

  /** The name on the command line. */
  String name();

  /** How often each case runs when nobody says. */
  int runs();

  /** The cases, prepared. */
  List<Case> cases(Workplace workplace) throws Exception;

  /** What the figures are held against. */
  List<Goal> goals();
}
