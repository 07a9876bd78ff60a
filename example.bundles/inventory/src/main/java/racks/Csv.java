package racks;

import java.util.ArrayList;
import java.util.List;

/** Lines of CSV: fields with commas between them, quoted where they have commas themselves. */
final class Csv {

  private Csv() {}

  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDoubled = isQuoted && c == '"' && line.startsWith("\"\"", i);
      if (isDoubled) {
        field.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
