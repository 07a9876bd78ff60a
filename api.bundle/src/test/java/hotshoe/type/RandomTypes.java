package hotshoe.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes types, canonical values that fit them, and things that fit nothing, all from one seed. */
final class RandomTypes {

  private final Random random;

  RandomTypes(long seed) {
    this.random = new Random(seed);
  }

  Type type(int depth) {
    int kinds = depth <= 0 ? 10 : 15;
    return switch (random.nextInt(kinds)) {
      case 0 -> Type.text();
      case 1 -> Type.integer();
      case 2 -> Type.decimal();
      case 3 -> Type.bool();
      case 4 -> Type.dateTime();
      case 5 -> Type.choice("red", "green", "blue");
      case 6 -> Type.secret();
      case 7 -> new Type.Bytes(1000);
      case 8 -> new Type.Reference(random.nextBoolean() ? "" : "VirtualMachine");
      case 9 -> Type.text(TextFormat.UUID);
      case 10 -> Type.listOf(type(depth - 1));
      case 11 -> Type.mapOf(type(depth - 1));
      case 12 -> record(depth);
      case 13 -> Type.optional(type(depth - 1));
      default -> Type.mapOf(Type.integer(), type(depth - 1));
    };
  }

  private Type record(int depth) {
    List<Field> fields = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      fields.add(Field.required("field" + i, type(depth - 1), ""));
    }
    return new Type.Record("R", fields);
  }

  Object value(Type type) {
    if (type instanceof Type.ListOf list) {
      List<Object> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(value(list.element()));
      }
      return values;
    }
    if (type instanceof Type.MapOf map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.put(value(map.key()), value(map.value()));
      }
      return values;
    }
    if (type instanceof Type.Record record) {
      Map<String, Object> values = new LinkedHashMap<>();
      record.fields().forEach(field -> values.put(field.name(), value(field.type())));
      return values;
    }
    if (type instanceof Type.Optional optional) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(value(optional.of()));
    }
    return scalar(type);
  }

  private Object scalar(Type type) {
    if (type instanceof Type.Text text) {
      return text.format() == TextFormat.UUID
          ? new java.util.UUID(random.nextLong(), 7).toString()
          : word();
    }
    if (type instanceof Type.Integer) {
      return random.nextInt(9) == 0 ? Long.MAX_VALUE : random.nextLong();
    }
    if (type instanceof Type.Decimal) {
      double value = Double.longBitsToDouble(random.nextLong());
      return Double.isFinite(value) ? value : 0.1;
    }
    if (type instanceof Type.Bool) {
      return random.nextBoolean();
    }
    if (type instanceof Type.DateTime) {
      return moment();
    }
    if (type instanceof Type.Choice choice) {
      return choice.items().get(random.nextInt(choice.items().size())).value();
    }
    if (type instanceof Type.Secret) {
      return SecretText.of(word());
    }
    if (type instanceof Type.Bytes) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return BytesValue.of(bytes);
    }
    String kind = ((Type.Reference) type).kind();
    return new Ref(kind.isEmpty() ? "Host" : kind, "id:" + random.nextInt(1000));
  }

  private OffsetDateTime moment() {
    long second = random.nextInt() * 20L;
    int minutes = random.nextInt(2 * 14 * 60 + 1) - 14 * 60;
    return Instant.ofEpochSecond(second, random.nextInt(1_000_000_000))
        .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      int point = random.nextInt(4) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95);
      word.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0x1F600 : point);
    }
    return word.toString();
  }

  /** Anything at all: values of other types, nulls, half characters, odd objects. */
  Object junk(int depth) {
    return switch (random.nextInt(14)) {
      case 0 -> null;
      case 1 -> "\uD800" + word();
      case 2 -> new Object();
      case 3 -> Double.NaN;
      case 4 -> new java.math.BigDecimal("1e1000000");
      case 5 -> new java.math.BigInteger("9223372036854775808");
      case 6 -> "._";
      case 7 -> "2024-13-45T99:99:99Z";
      case 8 -> depth <= 0 ? 'c' : java.util.Arrays.asList(junk(depth - 1), null, junk(depth - 1));
      case 9 ->
          depth <= 0 ? -1 : java.util.Collections.singletonMap(junk(depth - 1), junk(depth - 1));
      case 10 -> new byte[] {1};
      case 11 -> Float.POSITIVE_INFINITY;
      case 12 -> new Object[] {1, "a"};
      default -> value(type(depth));
    };
  }
}
