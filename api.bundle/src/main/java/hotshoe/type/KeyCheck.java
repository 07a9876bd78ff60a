package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.util.Optional;

/** Reads a key of a map. Keys are texts in every format, so they are always read leniently. */
final class KeyCheck {

  private final Type type;

  KeyCheck(Type type) {
    this.type = type;
  }

  Optional<Object> read(Object key) {
    Checked checked = new ValueCheck(Reading.LENIENT).check(type, key, "");
    return checked instanceof Checked.Valid valid ? Optional.of(valid.value()) : Optional.empty();
  }
}
