package hotshoe.inventory.expression;

/** What one evaluation may take in all: steps, letters and items, and how deep it may go. */
final class Budget {

  private static final long MOST_STEPS = 20_000_000;
  private static final long MOST_LETTERS = 16_000_000;
  private static final long MOST_ITEMS = 1_000_000;
  private static final int DEEPEST = 60;

  private long steps;
  private long letters;
  private long items;
  private int depth;

  /** One more step. */
  void step() {
    steps(1);
  }

  void steps(long more) {
    steps += more;
    if (steps > MOST_STEPS) {
      throw Failure.tooMuch("it takes more than " + MOST_STEPS + " steps");
    }
  }

  /** So many letters are about to be made. */
  void letters(long more) {
    letters += Math.max(more, 0);
    steps(1);
    if (letters > MOST_LETTERS || more > MOST_LETTERS) {
      throw Failure.tooMuch("it makes more than " + MOST_LETTERS + " letters");
    }
  }

  /** So many items are about to be put into lists. */
  void items(long more) {
    items += Math.max(more, 0);
    steps(1);
    if (items > MOST_ITEMS || more > MOST_ITEMS) {
      throw Failure.tooMuch("it makes more than " + MOST_ITEMS + " items");
    }
  }

  /** One template within another. */
  void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw Failure.wrong("recursive loop detected: templates within templates");
    }
  }

  void leave() {
    depth--;
  }
}
