package hotshoe.bench;

/**
 * One measured value.
 *
 * @param system who was measured
 * @param variant in which situation
 * @param key what was measured, with its unit at the end: {@code wall_ms}
 * @param value how much
 */
public record Figure(String system, String variant, String key, double value) {

  private static final String MARK = "figure\t";

  /** The line with which a measured process reports a value to the one that started it. */
  public void print() {
    System.out.println(MARK + system + "\t" + variant + "\t" + key + "\t" + value);
  }

  static boolean isIn(String line) {
    return line.startsWith(MARK);
  }

  static Figure of(String line) {
    String[] fields = line.split("\t");
    return new Figure(fields[1], fields[2], fields[3], Double.parseDouble(fields[4]));
  }
}
