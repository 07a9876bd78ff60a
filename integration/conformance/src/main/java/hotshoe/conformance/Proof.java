package hotshoe.conformance;

import java.util.Comparator;
import java.util.List;

/**
 * One line of {@code target/conformance/*.tsv}: a test that proves a row, and how it ended.
 *
 * @param row the row, such as {@code INM-14}
 * @param testClass the full name of the class that holds the test
 * @param test the test's name as a sentence
 * @param ending how it ended
 */
record Proof(String row, String testClass, String test, Ending ending) {

  /** By row, class and name, so that a table comes out the same whatever ran first. */
  static final Comparator<Proof> ORDER =
      Comparator.comparing(Proof::row)
          .thenComparing(Proof::testClass)
          .thenComparing(Proof::test)
          .thenComparing(Proof::ending);

  String toLine() {
    return String.join("\t", row, testClass, flat(test), ending.word());
  }

  static Proof parse(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    return new Proof(fields.get(0), fields.get(1), fields.get(2), Ending.of(fields.get(3)));
  }

  String simpleClass() {
    return testClass.substring(testClass.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
