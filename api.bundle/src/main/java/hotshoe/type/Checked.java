package hotshoe.type;

import java.util.List;

/** What came of checking a value against a type. */
public sealed interface Checked {

  /** It fits. The value is in canonical form. */
  record Valid(Object value) implements Checked {}

  /** It does not fit, for all these reasons. */
  record Invalid(List<Fault> faults) implements Checked {
    public Invalid {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("an invalid value has at least one fault");
      }
    }
  }
}
