package hotshoe.conformance;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a system must do here as it does at home, in one sentence.
 *
 * @param id such as {@code INM-14}
 * @param statement the sentence, in our terms
 */
record Row(String id, String statement) implements Comparable<Row> {

  private static final Pattern ID = Pattern.compile("([A-Z][A-Z0-9]*)-(\\d+)");

  Row {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "\"" + id + "\" is not the name of a row; one looks like INM-14");
    }
    if (statement.isBlank()) {
      throw new IllegalArgumentException(id + " has no statement");
    }
  }

  private String prefix() {
    return part(1);
  }

  private int number() {
    return Integer.parseInt(part(2));
  }

  private String part(int group) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches() ? matcher.group(group) : "";
  }

  @Override
  public int compareTo(Row other) {
    return Comparator.comparing(Row::prefix).thenComparingInt(Row::number).compare(this, other);
  }
}
