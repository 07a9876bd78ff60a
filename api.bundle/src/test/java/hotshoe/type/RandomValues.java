package hotshoe.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes canonical values that fit a type, and things that fit nothing, from one seed. */
final class RandomValues {

  /** Every secret that is made begins so. */
  static final String SECRET = "hunter2-";

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  Object value(Type type) {
    if (type instanceof Type.ListOf list) {
      return list(list);
    }
    if (type instanceof Type.MapOf map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      for (int i = random.nextInt(Math.min(4, map.maximumSize())); i > 0; i--) {
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
      Object inner = random.nextBoolean() ? NothingValue.NOTHING : value(optional.of());
      return inner == NothingValue.NOTHING ? Optional.empty() : Optional.of(inner);
    }
    return type instanceof Type.Any ? any(2) : scalar(type);
  }

  private Object list(Type.ListOf type) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(Math.min(4, type.maximumSize())); i > 0; i--) {
      values.add(value(type.element()));
    }
    Set<Object> seen = new LinkedHashSet<>(values);
    return type.unique() ? new ArrayList<>(seen) : values;
  }

  private Object any(int depth) {
    return switch (random.nextInt(depth <= 0 ? 5 : 7)) {
      case 0 -> word();
      case 1 -> random.nextLong();
      case 2 -> real();
      case 3 -> random.nextBoolean();
      case 4 -> NothingValue.NOTHING;
      case 5 -> Arrays.asList(any(depth - 1), any(depth - 1));
      default -> new LinkedHashMap<>(Map.of(word(), any(depth - 1)));
    };
  }

  private Object scalar(Type type) {
    if (type instanceof Type.Text text) {
      return text(text);
    }
    if (type instanceof Type.Integer integer) {
      return integer(integer);
    }
    if (type instanceof Type.Decimal decimal) {
      return decimal.maximum() > 1e9
          ? real()
          : decimal.minimum() + random.nextDouble() * (decimal.maximum() - decimal.minimum());
    }
    if (type instanceof Type.Bool) {
      return random.nextBoolean();
    }
    if (type instanceof Type.Choice choice) {
      return choice.items().get(random.nextInt(choice.items().size())).value();
    }
    if (type instanceof Type.Secret) {
      return SecretText.of(SECRET + word());
    }
    return rare(type);
  }

  private Object rare(Type type) {
    if (type instanceof Type.DateTime) {
      return moment();
    }
    if (type instanceof Type.Nothing) {
      return NothingValue.NOTHING;
    }
    if (type instanceof Type.Bytes bytes) {
      byte[] array = new byte[random.nextInt(bytes.maximumLength() + 1)];
      random.nextBytes(array);
      return BytesValue.of(array);
    }
    String kind = ((Type.Reference) type).kind();
    String id = (random.nextBoolean() ? "id:" : "") + random.nextInt(1000);
    return new Ref(kind.isEmpty() && random.nextBoolean() ? "Host" : kind, id);
  }

  private Object integer(Type.Integer type) {
    if (type.maximum() == Long.MAX_VALUE) {
      return switch (random.nextInt(9)) {
        case 0 -> Long.MAX_VALUE;
        case 1 -> Long.MIN_VALUE;
        default -> random.nextLong() >> random.nextInt(64);
      };
    }
    return type.minimum() + random.nextInt((int) (type.maximum() - type.minimum()) + 1);
  }

  private Object text(Type.Text type) {
    if (!type.pattern().isEmpty()) {
      return "ab-" + (10 + random.nextInt(9990));
    }
    if (type.maximumLength() < 100) {
      return "x" + "\uD83D\uDE00".repeat(type.minimumLength() + random.nextInt(2));
    }
    return switch (type.format()) {
      case PLAIN, LINES, SCRIPT -> word();
      case FILLED -> "f" + word();
      case UUID -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
      case EMAIL -> "a" + random.nextInt(99) + "@example.org";
      case URL -> "https://a_" + random.nextInt(99) + ".example.org:8443/x?y=%20#z";
      case JSON -> "{\"a\": [" + real() + ", null, \"\\u00e9" + random.nextInt() + "\"]}";
      case YAML -> "a: " + random.nextInt() + "\nb:\n  - c\n";
      case CRON -> random.nextInt(60) + " */2 1,15 jan-mar ?";
    };
  }

  private double real() {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : -0.0;
  }

  private OffsetDateTime moment() {
    long second = random.nextInt() * 20L;
    int minutes = random.nextInt(2 * 14 * 60 + 1) - 14 * 60;
    return Instant.ofEpochSecond(second, random.nextInt(3) * 1_500L)
        .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  String word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      int point = random.nextInt(4) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95);
      word.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0x1F600 : point);
    }
    return word.toString();
  }

  /** Anything at all: values of other types, nulls, half characters, odd objects. */
  Object junk(int depth) {
    return switch (random.nextInt(16)) {
      case 0 -> null;
      case 1 -> "\uD800" + word();
      case 2 -> new Object();
      case 3 -> Double.NaN;
      case 4 -> new BigDecimal("1e1000000");
      case 5 -> new BigInteger("9223372036854775808");
      case 6 -> "._";
      case 7 -> "2024-13-45T99:99:99Z";
      case 8 -> depth <= 0 ? 'c' : Arrays.asList(junk(depth - 1), null, junk(depth - 1));
      case 9 -> depth <= 0 ? -1 : Collections.singletonMap(junk(depth - 1), junk(depth - 1));
      case 10 -> new byte[] {1};
      case 11 -> Float.POSITIVE_INFINITY;
      case 12 -> new Object[] {1, "a"};
      case 13 -> "field0=" + word() + ",field1={\"a\":" + word();
      case 14 -> depth <= 0 ? "yes" : plainJunk(depth);
      default -> any(depth);
    };
  }

  /** What a door may hand over: plain values that are likely to fit here and there. */
  Object plainJunk(int depth) {
    return switch (random.nextInt(depth <= 0 ? 9 : 14)) {
      case 0 -> null;
      case 1 -> "red";
      case 2 -> (long) random.nextInt(12) - 3;
      case 3 -> random.nextInt(12) / 2.0;
      case 4 -> random.nextBoolean();
      case 5 -> random.nextBoolean() ? "" : " ";
      case 6 -> "ab-12";
      case 7 -> Long.MAX_VALUE;
      case 8 -> word();
      case 9 -> List.of();
      case 10 -> Arrays.asList(plainJunk(depth - 1), plainJunk(depth - 1));
      case 11 -> Collections.singletonMap("one", plainJunk(depth - 1));
      case 12 -> Map.of();
      default -> {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          record.put("field" + i, plainJunk(depth - 1));
        }
        yield record;
      }
    };
  }
}
