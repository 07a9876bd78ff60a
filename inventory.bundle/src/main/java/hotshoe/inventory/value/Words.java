package hotshoe.inventory.value;

/** Keeps one of each short text: keys and many values of an inventory are always the same few. */
final class Words {

  private static final int LONGEST = 40;
  private static final int PLACES = 4096;

  private final String[] known = new String[PLACES];

  /** The same text, the same object if it was seen lately. */
  String one(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    String before = known[place];
    if (text.equals(before)) {
      return before;
    }
    known[place] = text;
    return text;
  }
}
