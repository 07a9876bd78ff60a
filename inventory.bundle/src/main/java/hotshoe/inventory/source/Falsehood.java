package hotshoe.inventory.source;

import hotshoe.type.NothingValue;
import java.util.List;

/** What Python takes for false. */
final class Falsehood {

  private Falsehood() {}

  static boolean of(Object value) {
    return value == NothingValue.NOTHING
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof List<?> list && list.isEmpty());
  }
}
