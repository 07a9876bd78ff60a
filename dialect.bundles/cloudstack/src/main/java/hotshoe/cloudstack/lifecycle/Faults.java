package hotshoe.cloudstack.lifecycle;

import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the details of one instance, and tells all that is wrong with them at once. */
final class Faults {

  private final Resource instance;
  private final List<Fault> faults = new ArrayList<>();

  Faults(Resource instance) {
    this.instance = instance;
  }

  void add(String detail, String message) {
    faults.add(new Fault(detail, message));
  }

  /** The value of a detail, as people write it; empty when there is none or it is faulty. */
  <T> Optional<T> read(Optional<String> written, Type type, String detail, Class<T> form) {
    return written.flatMap(text -> check(type, text, Reading.LENIENT, detail)).map(form::cast);
  }

  /** A value in canonical form; empty when it is faulty. */
  Optional<Object> check(Type type, Object value, Reading reading, String path) {
    Checked checked = Values.check(type, value, reading, path);
    if (checked instanceof Checked.Invalid invalid) {
      faults.addAll(invalid.faults());
      return Optional.empty();
    }
    return Optional.of(((Checked.Valid) checked).value());
  }

  /** Throws them, if there are any. */
  void refuse() {
    if (!faults.isEmpty()) {
      throw new ProblemException(LifecycleProblems.malformed(instance, faults));
    }
  }
}
