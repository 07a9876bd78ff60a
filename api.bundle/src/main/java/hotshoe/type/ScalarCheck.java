package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Locale;

/** Reads values that hold no other values. */
final class ScalarCheck {

  /** Why a value does not fit. Never leaves this package. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }

  private final Reading reading;

  ScalarCheck(Reading reading) {
    this.reading = reading;
  }

  Object read(Type type, Object input) throws Unfit {
    if (type instanceof Type.Text text) {
      return new TextCheck(text).read(text(input));
    }
    if (type instanceof Type.Integer integer) {
      return integer(integer, input);
    }
    if (type instanceof Type.Decimal decimal) {
      return decimal(decimal, input);
    }
    if (type instanceof Type.Bool) {
      return bool(input);
    }
    if (type instanceof Type.DateTime) {
      return Moments.read(input, reading);
    }
    return opaque(type, input);
  }

  private Object opaque(Type type, Object input) throws Unfit {
    if (type instanceof Type.Secret) {
      return input instanceof SecretText
          ? input
          : SecretText.of(whole(plainText(input, "a secret")));
    }
    if (type instanceof Type.Bytes bytes) {
      return bytes(bytes, input);
    }
    return reference((Type.Reference) type, input);
  }

  Object any(Object input) throws Unfit {
    if (input instanceof CharSequence text) {
      return whole(text.toString());
    }
    if (input instanceof Boolean) {
      return input;
    }
    if (input instanceof Number number) {
      return number(number);
    }
    throw new Unfit("is of a kind that no format carries");
  }

  private static Object number(Number number) throws Unfit {
    if (number instanceof Double || number instanceof Float) {
      return finite(number.doubleValue());
    }
    if (number instanceof BigDecimal big && big.scale() > 0) {
      return finite(big.doubleValue());
    }
    return whole(number);
  }

  private String text(Object input) throws Unfit {
    if (reading == Reading.LENIENT && (input instanceof Number || input instanceof Boolean)) {
      return input.toString();
    }
    return whole(plainText(input, "text"));
  }

  private static String plainText(Object input, String what) throws Unfit {
    if (input instanceof CharSequence text) {
      return text.toString();
    }
    throw new Unfit("is not " + what);
  }

  /** Refuses text that no encoding can carry. */
  private static String whole(String text) throws Unfit {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw new Unfit("holds half a character at position " + i);
      }
    }
    return text;
  }

  private Object integer(Type.Integer type, Object input) throws Unfit {
    long value = input instanceof Number number ? whole(number) : wholeText(input);
    if (value < type.minimum()) {
      throw new Unfit(value + " is below the minimum " + type.minimum());
    }
    if (value > type.maximum()) {
      throw new Unfit(value + " is above the maximum " + type.maximum());
    }
    return value;
  }

  private static long whole(Number number) throws Unfit {
    try {
      if (number instanceof BigInteger big) {
        return big.longValueExact();
      }
      if (number instanceof BigDecimal big && big.precision() - (long) big.scale() <= 20) {
        return big.longValueExact();
      }
      if (number instanceof Double || number instanceof Float) {
        return new BigDecimal(finite(number.doubleValue())).longValueExact();
      }
    } catch (ArithmeticException tooPrecise) {
      throw new Unfit(shown(number) + " is not a 64-bit whole number");
    }
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return number.longValue();
    }
    throw new Unfit("is not a 64-bit whole number");
  }

  private long wholeText(Object input) throws Unfit {
    if (reading == Reading.LENIENT && input instanceof CharSequence text && text.length() < 40) {
      try {
        return Long.parseLong(text.toString().trim());
      } catch (NumberFormatException notWhole) {
        throw new Unfit(shown(text) + " is not a 64-bit whole number");
      }
    }
    throw new Unfit("is not a whole number");
  }

  private Object decimal(Type.Decimal type, Object input) throws Unfit {
    double value =
        finite(input instanceof Number number ? number.doubleValue() : numberText(input));
    if (value < type.minimum()) {
      throw new Unfit(value + " is below the minimum " + type.minimum());
    }
    if (value > type.maximum()) {
      throw new Unfit(value + " is above the maximum " + type.maximum());
    }
    return value;
  }

  private double numberText(Object input) throws Unfit {
    if (reading == Reading.LENIENT && input instanceof CharSequence text && text.length() < 400) {
      try {
        return Double.parseDouble(text.toString().trim());
      } catch (NumberFormatException notNumber) {
        throw new Unfit(shown(text) + " is not a number");
      }
    }
    throw new Unfit("is not a number");
  }

  private static double finite(double value) throws Unfit {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new Unfit(value + " is not a finite number");
    }
    return value;
  }

  private Object bool(Object input) throws Unfit {
    if (input instanceof Boolean) {
      return input;
    }
    if (reading == Reading.LENIENT && input instanceof CharSequence text && text.length() < 10) {
      switch (text.toString().trim().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on", "1":
          return true;
        case "false", "no", "off", "0":
          return false;
        default:
          throw new Unfit(shown(text) + " is neither true nor false");
      }
    }
    throw new Unfit("is neither true nor false");
  }

  private static Object bytes(Type.Bytes type, Object input) throws Unfit {
    BytesValue value =
        input instanceof BytesValue bytes
            ? bytes
            : input instanceof byte[] array ? BytesValue.of(array) : decoded(input);
    if (value.length() > type.maximumLength()) {
      throw new Unfit(value + " are more than the maximum of " + type.maximumLength());
    }
    return value;
  }

  private static BytesValue decoded(Object input) throws Unfit {
    try {
      return BytesValue.of(Base64.getDecoder().decode(plainText(input, "Base64 text")));
    } catch (IllegalArgumentException notBase64) {
      throw new Unfit("is not Base64 text");
    }
  }

  private static Object reference(Type.Reference type, Object input) throws Unfit {
    Ref ref =
        input instanceof Ref given ? given : parsed(type, whole(plainText(input, "a reference")));
    if (ref.id().isBlank()) {
      throw new Unfit("names no resource");
    }
    if (!type.kind().isEmpty() && ref.kind().isEmpty()) {
      return new Ref(type.kind(), ref.id());
    }
    if (!type.kind().isEmpty() && !type.kind().equals(ref.kind())) {
      throw new Unfit("is a " + ref.kind() + ", not a " + type.kind());
    }
    return ref;
  }

  private static Ref parsed(Type.Reference type, String text) {
    int colon = text.indexOf(':');
    return !type.kind().isEmpty()
        ? new Ref(type.kind(), text)
        : colon < 0
            ? new Ref("", text)
            : new Ref(text.substring(0, colon), text.substring(colon + 1));
  }

  /** A key as a part of a path: short, without quotes. */
  static String named(Object key) {
    String shown = shown(key);
    return key instanceof CharSequence ? shown.substring(1, shown.length() - 1) : shown;
  }

  /** A value as it may be quoted: short, and nothing that could be a secret's class. */
  static String shown(Object value) {
    if (value instanceof CharSequence text) {
      String head = text.subSequence(0, Math.min(text.length(), 40)).toString();
      String safe = head.replaceAll("\\p{Cntrl}", "?");
      return text.length() > 40 ? "'" + safe + "...'" : "'" + safe + "'";
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Double) {
      return value.toString();
    }
    return value instanceof Number ? "the number" : "the value";
  }
}
