package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every value of every type, tried with a million of each. */
class RandomValuesTest {

  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  @Test
  void aMillionValuesOfAllTypesAreReadBackAsTheyWereWritten() {
    Set<Class<?>> kinds = new HashSet<>();
    Set<TextFormat> formats = new HashSet<>();
    for (int seed = 0; seed < 10_000; seed++) {
      Type type = new RandomTypes(seed).type(3);
      note(type, kinds, formats);
      RandomValues random = new RandomValues(seed);
      for (int i = 0; i < 100; i++) {
        comesBack(type, random.value(type), seed);
      }
    }
    assertEquals(Set.of(Type.class.getPermittedSubclasses()), kinds);
    assertEquals(Set.of(TextFormat.values()), formats);
  }

  static void comesBack(Type type, Object value, long seed) {
    Checked valid = new Checked.Valid(value);
    Object plain = Values.plain(type, value, Secrets.REVEALED);
    assertValid(valid, Values.check(type, plain, Reading.STRICT, ""), type, seed);
    Object parsed = GSON.fromJson(GSON.toJson(plain), Object.class);
    assertValid(valid, Values.check(type, parsed, Reading.STRICT, ""), type, seed);
  }

  @Test
  void aCanonicalValueIsValidAsItIsInEveryReading() {
    for (int seed = 0; seed < 10_000; seed++) {
      Type type = new RandomTypes(seed).type(3);
      Object value = new RandomValues(seed).value(type);
      for (Reading reading : Reading.values()) {
        assertValid(new Checked.Valid(value), Values.check(type, value, reading, ""), type, seed);
      }
    }
  }

  private static void assertValid(Checked expected, Checked found, Type type, long seed) {
    if (!expected.equals(found)) {
      assertEquals(expected, found, "seed " + seed + " type " + type);
    }
  }

  @Test
  void noInputMakesACheckThrowAndEveryFaultIsShortAndCanBeWritten() {
    Reading[] readings = Reading.values();
    for (int seed = 0; seed < 20_000; seed++) {
      Type type = new RandomTypes(seed).type(3);
      RandomValues random = new RandomValues(seed);
      for (int i = 0; i < 50; i++) {
        checkJunk(type, random.junk(3), readings[i % readings.length]);
      }
    }
  }

  static void checkJunk(Type type, Object junk, Reading reading) {
    if (Values.check(type, junk, reading, "value") instanceof Checked.Invalid invalid) {
      for (Fault fault : invalid.faults()) {
        assertTrue(fault.message().length() <= 300 && fault.path().length() <= 500);
        assertFalse(fault.message().contains("its own code"), fault::toString);
        assertTrue(isWhole(fault.toString()), fault::toString);
      }
    }
  }

  private static boolean isWhole(String text) {
    return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Test
  void noSecretIsInAnyTextThatComesOfAValue() {
    for (int seed = 0; seed < 5_000; seed++) {
      Type type = new RandomTypes(seed).type(3);
      Object value = new RandomValues(seed).value(type);
      Checked checked = Values.check(type, value, Reading.STRICT, "");
      String told =
          checked
              + GSON.toJson(Values.plain(type, value, Secrets.HIDDEN))
              + value
              + JsonSchema.document(type);
      assertFalse(told.contains(RandomValues.SECRET), "seed " + seed + " type " + type);
      Object plain = Values.plain(type, value, Secrets.REVEALED);
      Type wrong = new Type.Record("Login", List.of(Field.required("x", Type.password(), "")));
      for (Reading reading : Reading.values()) {
        Checked refused =
            Values.check(wrong, Map.of("x", Map.of("y", String.valueOf(plain))), reading, "");
        assertFalse(
            assertInstanceOf(Checked.Invalid.class, refused)
                .toString()
                .contains(RandomValues.SECRET));
      }
    }
  }

  private static void note(Type type, Set<Class<?>> kinds, Set<TextFormat> formats) {
    kinds.add(type.getClass());
    if (type instanceof Type.Text text) {
      formats.add(text.format());
    } else if (type instanceof Type.Optional optional) {
      note(optional.of(), kinds, formats);
    } else if (type instanceof Type.ListOf list) {
      note(list.element(), kinds, formats);
    } else if (type instanceof Type.MapOf map) {
      note(map.value(), kinds, formats);
    } else if (type instanceof Type.Record record) {
      record.fields().forEach(field -> note(field.type(), kinds, formats));
    }
  }
}
