package hotshoe.xapi;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.problem.Problem;
import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a document, as it is found, each with its place. */
final class Faults {

  private final Document document;
  private final List<Problem> problems = new ArrayList<>();

  Faults(Document document) {
    this.document = document;
  }

  List<Problem> problems() {
    return problems;
  }

  Document document() {
    return document;
  }

  void add(String path, String message) {
    problems.add(DocumentCheck.fault(document, path, message));
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  String place(String path) {
    return document.position(path).in(document.origin());
  }

  /** What is read, or a fault of what it was refused with. */
  <T> Optional<T> read(String path, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException unfit) {
      add(path, unfit.getMessage());
      return Optional.empty();
    }
  }

  /** A field whose default is of its type (4.5 of the model's own checks). */
  Field field(String path, Given given, Type type) {
    Optional<Object> otherwise = Optional.empty();
    if (given.value("default").isPresent()) {
      Checked checked = Values.check(type, given.value("default").get(), Values.Reading.STRICT, "");
      if (checked instanceof Checked.Valid valid) {
        otherwise = Optional.of(valid.value());
      } else {
        ((Checked.Invalid) checked)
            .faults()
            .forEach(fault -> add(path + ".default", fault.toString()));
      }
    }
    return new Field(given.text("name"), type, otherwise, "", given.text("doc").strip());
  }

  /** Names that stand twice in a row of records. */
  void once(String path, String key, List<Given> items) {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (seen.contains(items.get(i).text(key))) {
        add(path + "[" + i + "]." + key, "is there already");
      }
      seen.add(items.get(i).text(key));
    }
  }
}
