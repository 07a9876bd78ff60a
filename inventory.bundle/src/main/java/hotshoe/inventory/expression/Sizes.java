package hotshoe.inventory.expression;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them. */
final class Sizes {

  private static final String UNITS = "YZEPTGMK";
  private static final Pattern SIZE = Pattern.compile("^\\s*(\\d*\\.?\\d*)\\s*([A-Za-z]+)?");

  private Sizes() {}

  static Object fileSize(Call call) {
    double bytes =
        NumberFilters.parsedDecimal(call.value())
            .orElseThrow(() -> Failure.wrong("could not convert to float"));
    boolean isBinary = call.isTrue("binary", false);
    double base = isBinary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return Numbers.truncated(bytes) + " Bytes";
    }
    String[] units = {"k", "M", "G", "T", "P", "E", "Z", "Y"};
    int i = 0;
    double unit = base * base;
    while (i < units.length - 1 && bytes >= unit) {
      i++;
      unit *= base;
    }
    String name = isBinary ? Texts.upper(units[i]) + "iB" : units[i] + "B";
    return NumberFormat.decimal(call.budget(), base * bytes / unit, 'f', 1, false) + " " + name;
  }

  private static BigDecimal limit(int place) {
    return new BigDecimal(java.math.BigInteger.ONE.shiftLeft(80 - 10 * place));
  }

  static Object readable(Call call) {
    if (!Kinds.isNumber(call.value())) {
      throw Failure.wrong("human_readable() can't interpret following string: " + call.printed());
    }
    String base = call.isTrue("isbits", false) ? "bits" : "Bytes";
    String unit = call.isSet("unit") ? Texts.upper(call.text("unit")) : "";
    double size = Numbers.decimal(call.value());
    for (int i = 0; i < UNITS.length(); i++) {
      String letter = UNITS.substring(i, i + 1);
      double limit = limit(i).doubleValue();
      boolean isUnit = unit.isEmpty() ? size >= limit : unit.equals(letter);
      if (isUnit) {
        String suffix = letter + base.substring(0, 1);
        return NumberFormat.decimal(call.budget(), size / limit, 'f', 2, false) + " " + suffix;
      }
    }
    return NumberFormat.decimal(call.budget(), size, 'f', 2, false) + " " + base;
  }

  static Object bytes(Call call) {
    Matcher size = SIZE.matcher(call.printed());
    boolean isSize = size.find() && !size.group(1).isEmpty() && !size.group(1).equals(".");
    if (!isSize) {
      throw Failure.wrong("human_to_bytes() can't interpret following string: " + call.printed());
    }
    double number = Double.parseDouble(size.group(1));
    String unit = size.group(2) != null ? size.group(2) : call.printed("default_unit", "");
    if (unit.isEmpty() || (size.group(2) == null && !call.isSet("default_unit"))) {
      return Numbers.truncated(Math.rint(number));
    }
    int place = (UNITS + "B").indexOf(Texts.upper(unit.substring(0, 1)));
    String kind = call.isTrue("isbits", false) ? "bit" : "byte";
    String letter = call.isTrue("isbits", false) ? "b" : "B";
    boolean fits =
        unit.length() == 1 || Texts.lower(unit).contains(kind) || unit.startsWith(letter, 1);
    if (place < 0 || !fits) {
      throw Failure.wrong("human_to_bytes() failed to convert: invalid suffix '" + unit + "'");
    }
    return Numbers.truncated(Math.rint(number * limit(place).doubleValue()));
  }
}
