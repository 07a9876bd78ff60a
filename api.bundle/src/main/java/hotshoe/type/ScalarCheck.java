package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.util.Base64;
import java.util.Locale;

/** Reads values that hold no other values. */
final class ScalarCheck {

  private static final String ABSENT_REFERENCE = "OpaqueRef:NULL";

  private ScalarCheck() {}

  static Object read(Type type, Object input, Reading reading) throws Unfit {
    if (type instanceof Type.Text text) {
      return TextCheck.read(text, text(input, reading));
    }
    if (type instanceof Type.Integer integer) {
      return NumberCheck.integer(integer, input, reading);
    }
    if (type instanceof Type.Decimal decimal) {
      return NumberCheck.decimal(decimal, input, reading);
    }
    if (type instanceof Type.Bool) {
      return bool(input, reading);
    }
    if (type instanceof Type.DateTime) {
      return Moments.read(input, reading);
    }
    return opaque(type, input);
  }

  private static Object opaque(Type type, Object input) throws Unfit {
    if (type instanceof Type.Secret secret) {
      return secret(secret, input);
    }
    if (type instanceof Type.Bytes bytes) {
      return bytes(bytes, input);
    }
    return reference((Type.Reference) type, input);
  }

  static Object any(Object input) throws Unfit {
    if (input instanceof CharSequence text) {
      return whole(text.toString());
    }
    if (input instanceof Boolean) {
      return input;
    }
    if (input instanceof Number number) {
      return NumberCheck.any(number);
    }
    throw new Unfit("is of a kind that no format carries");
  }

  private static String text(Object input, Reading reading) throws Unfit {
    if (reading == Reading.LENIENT) {
      if (input instanceof Boolean) {
        return input.toString();
      }
      if (input instanceof Number number) {
        return NumberCheck.any(number).toString();
      }
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
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      if (Character.isLowSurrogate(unit)
          || i + 1 == text.length()
          || !Character.isLowSurrogate(text.charAt(i + 1))) {
        throw new Unfit("holds half a character at position " + i);
      }
      i++;
    }
    return text;
  }

  private static Object bool(Object input, Reading reading) throws Unfit {
    if (input instanceof Boolean) {
      return input;
    }
    if (reading != Reading.STRICT && input instanceof CharSequence text && text.length() < 10) {
      String word = text.toString();
      if (word.equals("true") || word.equals("false")) {
        return word.equals("true");
      }
      if (reading == Reading.LENIENT) {
        return typed(word);
      }
      throw new Unfit(Shown.of(text) + " is neither true nor false");
    }
    if (reading == Reading.LENIENT && input instanceof Number number) {
      return typed(NumberCheck.any(number).toString());
    }
    throw new Unfit("is neither true nor false");
  }

  private static Object typed(String word) throws Unfit {
    return switch (word.trim().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1", "1.0", "y", "t" -> true;
      case "false", "no", "off", "0", "0.0", "n", "f" -> false;
      default -> throw new Unfit(Shown.of(word) + " is neither true nor false");
    };
  }

  private static Object secret(Type.Secret type, Object input) throws Unfit {
    SecretText secret =
        input instanceof SecretText given
            ? given
            : SecretText.of(whole(plainText(input, "a secret")));
    if (type.filled() && TextCheck.isBlank(secret.reveal())) {
      throw new Unfit("is empty or blank");
    }
    return secret;
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

  /** Whether an input stands for no reference, as XenAPI writes it. */
  static boolean isAbsentReference(Object input) {
    return ABSENT_REFERENCE.equals(input);
  }

  private static Object reference(Type.Reference type, Object input) throws Unfit {
    if (isAbsentReference(input)) {
      throw new Unfit("is the reference to nothing");
    }
    Ref ref =
        input instanceof Ref given ? given : parsed(type, whole(plainText(input, "a reference")));
    if (TextCheck.isBlank(ref.id())) {
      throw new Unfit("names no resource");
    }
    if (!type.kind().isEmpty() && ref.kind().isEmpty()) {
      return new Ref(type.kind(), ref.id());
    }
    if (!type.kind().isEmpty() && !type.kind().equals(ref.kind())) {
      throw new Unfit("is a " + Shown.name(ref.kind()) + ", not a " + type.kind());
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
}
