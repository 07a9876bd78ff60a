package hotshoe.bench;

import java.util.List;

/**
 * One thing to measure, again and again.
 *
 * @param name for the progress line
 * @param work one run of it
 */
public record Case(String name, Work work) {

  /** One run. */
  @FunctionalInterface
  public interface Work {
    /** Measures once; the round is counted from 0. */
    List<Figure> run(int round) throws Exception;
  }
}
