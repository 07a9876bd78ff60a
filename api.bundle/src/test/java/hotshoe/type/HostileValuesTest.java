package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.type.Values.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Values made to hurt: each is refused or read in words, in little time. */
class HostileValuesTest {

  private static final int TEN_MILLION = 10_000_000;

  @Test
  void textOfTenMillionCharactersIsReadOrRefusedInLittleTime() {
    String ones = "1".repeat(TEN_MILLION);
    assertEquals(List.of(), faults(Type.text(), ones));
    assertEquals(List.of(), faults(Type.text(TextFormat.FILLED), " ".repeat(TEN_MILLION) + "x"));
    assertEquals(
        List.of("is empty or blank"),
        faults(Type.text(TextFormat.FILLED), " ".repeat(TEN_MILLION)));
    assertEquals(
        List.of("has 10000000 characters; the maximum is 9"),
        faults(new Type.Text(TextFormat.PLAIN, 0, 9, ""), ones));
    assertEquals(
        List.of("'" + "1".repeat(40) + "...' is not a whole number"),
        faults(Type.integer(), ones, Reading.LENIENT));
    assertEquals(List.of(), faults(new Type.Text(TextFormat.PLAIN, 0, TEN_MILLION, "1*"), ones));
    for (TextFormat format : TextFormat.values()) {
      faults(Type.text(format), ones);
      faults(Type.text(format), "[".repeat(TEN_MILLION));
    }
  }

  @Test
  void aListOfTenMillionWordsInOneTextIsCutOff() {
    String words = "a,".repeat(TEN_MILLION / 2);
    assertEquals(
        List.of("[1999999]: holds too many values"),
        faults(Type.listOf(Type.text()), words, Reading.LENIENT));
    assertEquals(
        List.of("has more than 2 elements; 0 to 2 are allowed"),
        faults(new Type.ListOf(Type.text(), 0, 2, false), words, Reading.LENIENT));
  }

  @Test
  void listsAndMapsThatNeverEndAreCutOff() {
    Iterable<Object> ones = () -> endless(() -> 1);
    assertEquals(
        List.of("[1999999]: holds too many values"), faults(Type.listOf(Type.integer()), ones));
    assertEquals(
        List.of("has more than 3 elements; 0 to 3 are allowed"),
        faults(new Type.ListOf(Type.integer(), 0, 3, false), ones));
    assertEquals(101, faults(Type.listOf(Type.bool()), ones).size());
    Map<Object, Object> known = endlessMap(() -> Map.entry("a", 1));
    assertTrue(faults(Type.mapOf(Type.integer()), known).size() > 1);
    Type record = Type.record("R", Field.required("a", Type.optional(Type.integer()), ""));
    assertTrue(faults(record, endlessMap(() -> Map.entry("b", 1))).size() > 1);
    faults(record, known);
  }

  @Test
  void aListOfItselfIsRefusedWhateverItsWidth() {
    List<Object> wide = new ArrayList<>();
    Collections.addAll(wide, wide, wide, wide);
    Map<String, Object> map = new HashMap<>();
    map.put("self", map);
    map.put("list", wide);
    Iterable<Object> endless =
        new Iterable<>() {
          @Override
          public Iterator<Object> iterator() {
            return endless(() -> this);
          }
        };
    for (Object cyclic : List.of(Collections.unmodifiableList(wide), map, endless)) {
      List<String> faults = faults(Type.any(), cyclic);
      assertTrue(faults.get(0).endsWith("is nested deeper than 64 levels"), () -> faults.get(0));
      assertEquals("and more", faults.get(faults.size() - 1));
    }
  }

  @Test
  void whatItsOwnCodeThrowsIsAFault() {
    Map<String, Supplier<Object>> hostile =
        Map.of(
            "NullPointerException", () -> (Iterable<Object>) () -> null,
            "IllegalStateException", () -> throwing(new IllegalStateException("no")),
            "StackOverflowError", () -> throwing(new StackOverflowError()),
            "AssertionError", () -> throwing(new AssertionError("no")));
    hostile.forEach(
        (kind, value) ->
            assertEquals(
                List.of("b: cannot be read: its own code fails with " + kind, "c: is no map"),
                faults(
                    Type.record(
                        "R",
                        Field.required("a", Type.bool(), ""),
                        Field.required("b", Type.listOf(Type.any()), ""),
                        Field.required("c", Type.mapOf(Type.any()), "")),
                    Map.of("a", true, "b", value.get(), "c", 1))));
    CharSequence text = new BadText();
    Number number = new BadNumber();
    for (Reading reading : Reading.values()) {
      assertEquals(1, faults(Type.text(), text, reading).size());
      assertEquals(1, faults(Type.integer(), text, reading).size());
      assertEquals(1, faults(Type.integer(), number, reading).size());
      assertEquals(1, faults(Type.decimal(), number, reading).size());
      assertEquals(1, faults(Type.any(), number, reading).size());
      assertEquals(1, faults(Type.choice("a"), text, reading).size());
      assertEquals(1, faults(Type.mapOf(Type.any()), Map.of(text, 1), reading).size());
    }
  }

  @Test
  void hugeNumbersAreRefusedAtOnceAndNeverRounded() {
    BigInteger digits = BigInteger.ONE.shiftLeft(40_000_000);
    BigDecimal far = new BigDecimal("1e999999999");
    assertEquals(List.of("is not a 64-bit whole number"), faults(Type.integer(), far));
    assertEquals(List.of("Infinity is not a finite number"), faults(Type.decimal(), far));
    List<Number> huge =
        List.of(
            new BigDecimal("1e-999999999"),
            new BigDecimal(digits),
            digits,
            new BigInteger("9223372036854775808"),
            9223372036854775807.0,
            Float.MAX_VALUE,
            Double.POSITIVE_INFINITY);
    for (Number number : huge) {
      assertEquals(1, faults(Type.integer(), number).size());
      assertEquals(1, faults(Type.integer(), number, Reading.LENIENT).size());
    }
    assertEquals(List.of("has too many digits"), faults(Type.any(), digits));
    assertEquals(List.of("has too many digits"), faults(Type.text(), digits, Reading.LENIENT));
    assertEquals(List.of(), faults(Type.decimal(), new BigDecimal("1e-999999999")));
    assertEquals(
        List.of("'1e9999999999' is not a number"),
        faults(Type.decimal(), "1e9999999999", Reading.TEXT));
    assertEquals(
        List.of("Infinity is not a finite number"), faults(Type.decimal(), "1e999", Reading.TEXT));
  }

  @Test
  void halfCharactersAreRefusedInValuesKeysAndSecretsAndCanBeTold() {
    String half = "a\uD83D";
    assertEquals(List.of("holds half a character at position 1"), faults(Type.text(), half));
    assertEquals(List.of("holds half a character at position 1"), faults(Type.secret(), half));
    assertEquals(
        List.of("a?: is not a key that is allowed here: holds half a character at position 1"),
        faults(Type.mapOf(Type.any()), Map.of(half, 1)));
    assertEquals(List.of("a?: is not known here"), faults(Type.record("R"), Map.of(half, 1)));
    assertEquals(
        List.of("'a?b?c?d' is not one of 'x'"), faults(Type.choice("x"), "a\u202Eb\u2028c\u0007d"));
  }

  @Test
  void keysThatAreNoneAreRefusedOneByOne() {
    Map<Object, Object> odd = new HashMap<>();
    odd.put(null, 1);
    assertEquals(
        List.of("null: is not a key that is allowed here: null is no key"),
        faults(Type.mapOf(Type.any()), odd));
    assertEquals(
        List.of("the value: is not a key that is allowed here: is not text"),
        faults(Type.mapOf(Type.any()), Map.of(List.of(), 1)));
    odd.put("a", true);
    assertEquals(
        List.of("null: is not known here"),
        faults(Type.record("R", Field.required("a", Type.bool(), "")), odd));
  }

  @Test
  void namesThatLookLikePathsAndMarkupAreOnlyNames() {
    assertEquals(
        List.of("../../etc/passwd: is not known here"),
        faults(Type.record("R"), Map.of("../../etc/passwd", 1)));
    assertEquals(List.of("'${jndi:x}' is not one of 'x'"), faults(Type.choice("x"), "${jndi:x}"));
  }

  @Test
  void patternsThatExplodeAreGivenUpInWords() {
    Type backtracking = new Type.Text(TextFormat.PLAIN, 0, 1000, "(a+)+\\1b");
    assertEquals(
        List.of("'" + "a".repeat(40) + "...' takes too long to match with the pattern (a+)+\\1b"),
        faults(backtracking, "a".repeat(100)));
    Type recursive = new Type.Text(TextFormat.PLAIN, 0, TEN_MILLION, "(a|b)*");
    assertTrue(faults(recursive, "a".repeat(1_000_000)).get(0).contains("takes too long"));
  }

  @Test
  void aFaultIsCutAtThreeHundredCharactersButNeverWithinOne() {
    String pattern = "\uD83D\uDE00".repeat(300);
    Type type = new Type.Text(TextFormat.PLAIN, 0, 9, pattern);
    for (String start : List.of("", "x", "xx")) {
      String fault = faults(type, start).get(0);
      assertTrue(fault.length() <= 300 && fault.length() > 290 && fault.endsWith("..."), fault);
      assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(fault), fault);
    }
    Fault deep = new Fault("a.".repeat(1_000), "is missing");
    assertEquals(500, deep.path().length());
  }

  private static List<String> faults(Type type, Object input) {
    return faults(type, input, Reading.STRICT);
  }

  private static List<String> faults(Type type, Object input, Reading reading) {
    Checked checked =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Values.check(type, input, reading, ""));
    return checked instanceof Checked.Invalid invalid
        ? invalid.faults().stream().map(Fault::toString).toList()
        : List.of();
  }

  private static <T> Iterator<T> endless(Supplier<T> values) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public T next() {
        return values.get();
      }
    };
  }

  private static Map<Object, Object> endlessMap(Supplier<Map.Entry<Object, Object>> entries) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<Object, Object>> entrySet() {
        return new java.util.AbstractSet<>() {
          @Override
          public Iterator<Entry<Object, Object>> iterator() {
            return endless(entries);
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };
      }

      @Override
      public Object get(Object key) {
        return key.equals("a") ? 1 : null;
      }

      @Override
      public boolean containsKey(Object key) {
        return key.equals("a");
      }
    };
  }

  private static Iterable<Object> throwing(Throwable thrown) {
    return () -> {
      throw sneaky(thrown);
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static final class BadText implements CharSequence {
    @Override
    public int length() {
      return 3;
    }

    @Override
    public char charAt(int index) {
      throw new IllegalStateException("no");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new IllegalStateException("no");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no");
    }
  }

  private static final class BadNumber extends Number {
    private static final long serialVersionUID = 1L;

    @Override
    public int intValue() {
      throw new IllegalStateException("no");
    }

    @Override
    public long longValue() {
      throw new IllegalStateException("no");
    }

    @Override
    public float floatValue() {
      throw new IllegalStateException("no");
    }

    @Override
    public double doubleValue() {
      throw new IllegalStateException("no");
    }
  }
}
