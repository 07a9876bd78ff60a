package hotshoe.inventory.model;

/** Texts in the order of their characters, as Python sorts them. */
public final class CodePoints {

  private CodePoints() {}

  /** Compares by code points: what lies beyond 16 bits comes last. */
  public static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean isFar = Character.isSurrogate(a) != Character.isSurrogate(b);
        return isFar ? (Character.isSurrogate(a) ? 1 : -1) : a - b;
      }
    }
    return one.length() - other.length();
  }
}
