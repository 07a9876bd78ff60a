package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a validator that nobody here wrote makes of our schemas. */
class JsonSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @Test
  void thePlainFormOfEveryValidValueFitsTheSchemaOfItsType() {
    for (int seed = 0; seed < 1_500; seed++) {
      Type type = new RandomTypes(seed).type(3);
      com.networknt.schema.JsonSchema schema = schema(type);
      RandomValues random = new RandomValues(seed);
      for (int i = 0; i < 20; i++) {
        Object plain = Values.plain(type, random.value(type), Secrets.REVEALED);
        JsonNode node = JSON.valueToTree(plain);
        assertEquals(
            "[]", schema.validate(node).toString(), "seed " + seed + " type " + type + " " + node);
      }
    }
  }

  @Test
  void whatFitsTheSchemaIsValidWhereASchemaCanSayAll() {
    int fit = 0;
    int refused = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Type type = RandomTypes.sayable(seed).type(2);
      com.networknt.schema.JsonSchema schema = schema(type);
      RandomValues random = new RandomValues(seed);
      for (int i = 0; i < 20; i++) {
        Object junk = random.plainJunk(3);
        if (schema.validate(JSON.<JsonNode>valueToTree(junk)).isEmpty()) {
          fit++;
          Checked checked = Values.check(type, junk, Reading.STRICT, "");
          assertInstanceOf(
              Checked.Valid.class, checked, "seed " + seed + " " + type + " " + junk + checked);
        } else {
          refused++;
        }
      }
    }
    assertTrue(fit > 2_000 && refused > 2_000, fit + " fit and " + refused + " do not");
  }

  @Test
  void everySchemaIsOneByTheRulesOfTheDraft() {
    com.networknt.schema.JsonSchema draft = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012));
    for (int seed = 0; seed < 500; seed++) {
      Map<String, Object> document = JsonSchema.document(new RandomTypes(seed).type(3));
      assertEquals("[]", draft.validate(JSON.<JsonNode>valueToTree(document)).toString());
    }
    assertFalse(draft.validate("{\"type\": \"text\"}", InputFormat.JSON).isEmpty());
  }

  @Test
  void boundsOfListsMapsTextsAndNumbersAreSaid() {
    assertEquals(
        Map.of(
            "type",
            "object",
            "propertyNames",
            Map.of("enum", List.of("a", "b")),
            "additionalProperties",
            Map.of("type", "integer", "minimum", 1L, "maximum", 5L),
            "minProperties",
            1,
            "maxProperties",
            2),
        JsonSchema.of(new Type.MapOf(Type.choice("a", "b"), Type.integer(1, 5), 1, 2)));
    assertEquals(
        Map.of("type", "string", "minLength", 2, "maxLength", 3, "pattern", "^(?:a|b)$"),
        JsonSchema.of(new Type.Text(TextFormat.PLAIN, 2, 3, "a|b")));
    assertEquals(
        Map.of("type", "string", "pattern", "\\S", "allOf", List.of(Map.of("pattern", "^(?:x?)$"))),
        JsonSchema.of(new Type.Text(TextFormat.FILLED, 0, Integer.MAX_VALUE, "x?")));
  }

  @Test
  void labelsOfAChoiceAreSaidBesideItsValues() {
    Type type =
        Type.choice(
            Type.text(),
            new Type.Choice.Item("hdd", "Hard disk", "Slow and large."),
            Type.Choice.Item.of("ssd"));
    assertEquals(
        Map.of(
            "enum",
            List.of("hdd", "ssd"),
            "oneOf",
            List.of(
                Map.of("const", "hdd", "title", "Hard disk", "description", "Slow and large."),
                Map.of("const", "ssd", "title", "ssd"))),
        JsonSchema.of(type));
  }

  @Test
  void aDefaultThatHoldsASecretIsLeftOut() {
    Type type =
        Type.record(
            "Login",
            Field.defaulting("user", Type.text(), "root", ""),
            Field.defaulting("password", Type.secret(), "hunter2", ""),
            Field.defaulting("old", Type.listOf(Type.secret()), List.of("hunter2"), ""));
    String schema = JsonSchema.document(type).toString();
    assertTrue(schema.contains("default=root"), schema);
    assertFalse(schema.contains("hunter2") || schema.contains("****"), schema);
  }

  private static com.networknt.schema.JsonSchema schema(Type type) {
    return SCHEMAS.getSchema(JSON.<JsonNode>valueToTree(JsonSchema.document(type)));
  }
}
