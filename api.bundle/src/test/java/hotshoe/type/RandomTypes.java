package hotshoe.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes types from one seed. */
final class RandomTypes {

  private static final TextFormat[] FORMATS = TextFormat.values();

  private final Random random;
  private final boolean onlySayable;

  RandomTypes(long seed) {
    this(seed, false);
  }

  private RandomTypes(long seed, boolean onlySayable) {
    this.random = new Random(seed);
    this.onlySayable = onlySayable;
  }

  /** Only types of which a JSON Schema can say all. */
  static RandomTypes sayable(long seed) {
    return new RandomTypes(seed, true);
  }

  Type type(int depth) {
    return depth <= 0 || random.nextInt(4) == 0 ? scalar() : structure(depth - 1);
  }

  private Type structure(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> list(depth);
      case 1 -> map(depth);
      case 2 -> record(depth);
      case 3 -> Type.optional(type(depth));
      default -> random.nextBoolean() ? Type.any() : Type.credential();
    };
  }

  private Type scalar() {
    return switch (random.nextInt(onlySayable ? 10 : 13)) {
      case 0 -> Type.text();
      case 1 -> new Type.Text(TextFormat.PLAIN, random.nextInt(3), 6, "");
      case 2 -> new Type.Text(TextFormat.PLAIN, 0, 20, "[a-z]+-[0-9]{2,4}");
      case 3 -> onlySayable ? Type.text(TextFormat.UUID) : text();
      case 4 -> random.nextBoolean() ? Type.integer() : Type.integer(-5, random.nextInt(100));
      case 5 -> random.nextBoolean() ? Type.decimal() : Type.decimal(-1, random.nextInt(10));
      case 6 -> Type.bool();
      case 7 -> random.nextBoolean() ? Type.secret() : Type.password();
      case 8 -> Type.reference("VirtualMachine");
      case 9 -> choice();
      case 10 -> Type.dateTime();
      case 11 -> random.nextBoolean() ? Type.reference("") : Type.nothing();
      default -> new Type.Bytes(random.nextInt(40));
    };
  }

  private Type text() {
    return Type.text(FORMATS[random.nextInt(FORMATS.length)]);
  }

  private Type choice() {
    return switch (random.nextInt(onlySayable ? 3 : 4)) {
      case 0 -> Type.choice("red", "green", "blue");
      case 1 -> Type.choice(Type.integer(1, 9), Type.Choice.Item.of(1L), Type.Choice.Item.of(7));
      case 2 ->
          Type.choice(
              Type.decimal(),
              new Type.Choice.Item(0.5, "a half", "Not much."),
              Type.Choice.Item.of(2.0));
      default -> Type.choice(Type.dateTime(), Type.Choice.Item.of("2026-01-31T10:00:00+01:00"));
    };
  }

  private Type list(int depth) {
    Type element = type(depth);
    boolean unique = random.nextInt(3) == 0 && !(element instanceof Type.Any);
    return new Type.ListOf(element, 0, 2 + random.nextInt(9), unique);
  }

  private Type map(int depth) {
    return switch (random.nextInt(onlySayable ? 3 : 5)) {
      case 0 -> Type.mapOf(type(depth));
      case 1 -> new Type.MapOf(Type.text(), type(depth), 0, 2 + random.nextInt(9));
      case 2 -> Type.mapOf(Type.choice("one", "two", "three"), type(depth));
      case 3 -> Type.mapOf(Type.integer(), type(depth));
      default -> Type.mapOf(Type.reference(random.nextBoolean() ? "" : "Host"), type(depth));
    };
  }

  private Type record(int depth) {
    List<Field> fields = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      fields.add(Field.required("field" + i, type(depth), ""));
    }
    fields.add(Field.defaulting("count", Type.integer(), 3, "How many."));
    return new Type.Record("R", fields);
  }
}
