package hotshoe.shell.text;

/**
 * A column of a table.
 *
 * @param title what stands above it
 * @param fit what happens when the screen is too narrow
 */
record Column(String title, Fit fit) {

  /** What happens to the cells of a column when the screen is too narrow. */
  enum Fit {
    /** They are shown whole. */
    WHOLE,
    /** They are cut, with a mark. */
    CUT,
    /** They go on in the next line. */
    WRAP
  }

  static Column whole(String title) {
    return new Column(title, Fit.WHOLE);
  }

  static Column cut(String title) {
    return new Column(title, Fit.CUT);
  }

  static Column wrap(String title) {
    return new Column(title, Fit.WRAP);
  }
}
