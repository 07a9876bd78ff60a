package hotshoe.cloudstack.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import hotshoe.conformance.Proves;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merging JSON, by examples and by what holds of any two values. */
class JsonMergeTest {

  private static final int DEPTH = 3;
  private static final List<String> KEYS = List.of("a", "b", "nics", "mac");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"a\":1,\"b\":{\"c\":2}}|{\"b\":{\"d\":3}}|{\"a\":1,\"b\":{\"c\":2,\"d\":3}}",
        "{\"a\":1}|{\"a\":null}|{\"a\":null}",
        "{\"a\":null}|{\"a\":{\"b\":1}}|{\"a\":{\"b\":1}}",
        "[1,2]|[3]|[3]",
        "[{\"uuid\":\"x\",\"a\":1}]|[{\"a\":2}]|[{\"a\":2}]",
        "[{\"uuid\":\"x\",\"a\":1}]|[{\"uuid\":\"x\",\"b\":2}]|[{\"uuid\":\"x\",\"a\":1,\"b\":2}]",
        "[{\"uuid\":\"x\"},{\"uuid\":\"y\"}]|[{\"uuid\":\"z\"},{\"uuid\":\"x\",\"a\":1}]"
            + "|[{\"uuid\":\"x\",\"a\":1},{\"uuid\":\"y\"},{\"uuid\":\"z\"}]",
        "[{\"a\":1}]|[{\"uuid\":\"x\"}]|[{\"uuid\":\"x\"}]",
        "{\"a\":[1]}|{\"a\":{}}|{\"a\":{}}",
      })
  @Proves("CS-60")
  void examples(String before, String patch, String merged) {
    assertEquals(json(merged), JsonMerge.merged(json(before), json(patch)));
  }

  @Property(tries = 300)
  @Proves("CS-60")
  void aMergeChangesNeitherOfTheTwoAndASecondTimeChangesNothing(
      @ForAll("values") JsonElement before, @ForAll("values") JsonElement patch) {
    JsonElement copy = before.deepCopy();
    JsonElement patchCopy = patch.deepCopy();
    JsonElement once = JsonMerge.merged(before, patch);
    assertEquals(copy, before);
    assertEquals(patchCopy, patch);
    assertEquals(once, JsonMerge.merged(once, patch));
  }

  @Property(tries = 300)
  @Proves("CS-60")
  void everyKeyOfThePatchWinsAndEveryOtherStaysAsItWas(
      @ForAll("objects") JsonObject before, @ForAll("objects") JsonObject patch) {
    JsonObject merged = JsonMerge.merged(before, patch).getAsJsonObject();
    Set<String> keys = new HashSet<>(before.keySet());
    keys.addAll(patch.keySet());
    assertEquals(keys, merged.keySet());
    before.keySet().stream()
        .filter(key -> !patch.has(key))
        .forEach(key -> assertEquals(before.get(key), merged.get(key)));
    patch.entrySet().stream()
        .filter(entry -> entry.getValue().isJsonPrimitive() || entry.getValue().isJsonNull())
        .forEach(entry -> assertEquals(entry.getValue(), merged.get(entry.getKey())));
  }

  @Property(tries = 300)
  @Proves("CS-60")
  void amongElementsWithUuidsNoneIsLostAndNoneIsThereTwice(
      @ForAll("cards") List<JsonObject> before, @ForAll("cards") List<JsonObject> patch) {
    JsonArray merged = JsonMerge.merged(array(before), array(patch)).getAsJsonArray();
    Set<String> expected = new HashSet<>();
    before.forEach(card -> expected.add(card.get("uuid").getAsString()));
    patch.forEach(card -> expected.add(card.get("uuid").getAsString()));
    assertEquals(expected.size(), merged.size());
    for (JsonElement card : merged) {
      assertTrue(expected.remove(card.getAsJsonObject().get("uuid").getAsString()));
    }
  }

  @Provide
  Arbitrary<JsonElement> values() {
    return Arbitraries.randomValue(random -> value(random, DEPTH));
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    return Arbitraries.randomValue(random -> object(random, DEPTH));
  }

  @Provide
  Arbitrary<List<JsonObject>> cards() {
    return Arbitraries.randomValue(JsonMergeTest::cards);
  }

  private static JsonElement value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 7)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextInt(3));
      case 2 -> new JsonPrimitive(random.nextBoolean());
      case 3 -> new JsonPrimitive("text");
      case 4 -> object(random, depth - 1);
      case 5 -> array(cards(random));
      default ->
          array(Stream.generate(() -> value(random, depth - 1)).limit(random.nextInt(3)).toList());
    };
  }

  private static JsonObject object(Random random, int depth) {
    JsonObject object = new JsonObject();
    KEYS.stream()
        .filter(key -> random.nextBoolean())
        .forEach(key -> object.add(key, value(random, depth)));
    return object;
  }

  private static List<JsonObject> cards(Random random) {
    List<JsonObject> cards = new ArrayList<>();
    for (String uuid : List.of("1", "2", "3", "4")) {
      if (random.nextBoolean()) {
        JsonObject card = object(random, 0);
        card.addProperty("uuid", uuid);
        cards.add(card);
      }
    }
    return cards;
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  private static JsonArray array(List<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
