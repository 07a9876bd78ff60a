package hotshoe.core.option;

import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator wrote for one extension, held against what the extension declares. */
final class WrittenOptions {

  private final ExtensionName extension;
  private final Declaration declaration;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Checks all of it; see {@link #properties} and {@link #problems}. */
  WrittenOptions(ExtensionName extension, Declaration declaration, List<Value> written) {
    this.extension = extension;
    this.declaration = declaration;
    this.problems.addAll(declaration.problems());
    if (declaration.isSilent()) {
      passThrough(written);
    } else {
      check(written);
    }
  }

  /** The right ones, by their names in Configuration Admin. */
  Map<String, Object> properties() {
    return properties;
  }

  /** What is wrong, in the order of the keys. */
  List<Problem> problems() {
    return problems;
  }

  private void passThrough(List<Value> written) {
    written.forEach(value -> properties.put(value.key(), value.value()));
    if (!written.isEmpty()) {
      problems.add(
          Problem.note("HS-OPTION-006", "the options of " + extension + " are handed on unchecked")
              .at(written.get(0).origin().toString())
              .because("the extension declares none, with Metatype"));
    }
  }

  private void check(List<Value> written) {
    // Present names first, so that a former name never wins against one.
    written.forEach(value -> declaration.find(value.key()).ifPresent(it -> take(it, value)));
    written.stream()
        .filter(value -> declaration.find(value.key()).isEmpty())
        .forEach(this::checkFormer);
  }

  private void checkFormer(Value value) {
    Optional<Attribute> attribute = declaration.findByPredecessor(value.key());
    attribute.ifPresentOrElse(it -> takeFormer(it, value), () -> problems.add(unknown(value)));
  }

  private void takeFormer(Attribute attribute, Value value) {
    if (!properties.containsKey(attribute.id())) {
      problems.add(
          Problem.warning(
                  "HS-OPTION-004", "'" + value.key() + "' is now called '" + attribute.key() + "'")
              .at(value.origin().toString())
              .because("the extension " + extension + " has renamed it; the value is used")
              .advising("rename it"));
    }
    take(attribute, value);
  }

  private void take(Attribute attribute, Value value) {
    if (properties.containsKey(attribute.id())) {
      problems.add(
          Problem.warning("HS-OPTION-005", "'" + value.key() + "' is not used")
              .at(value.origin().toString())
              .because("'" + attribute.key() + "' of " + extension + " is set already")
              .advising("remove one of the two"));
      return;
    }
    try {
      properties.put(attribute.id(), attribute.read(value.value()));
    } catch (Attribute.NotAllowed e) {
      problems.add(unsuitable("HS-OPTION-003", attribute, value, e));
    } catch (IllegalArgumentException e) {
      problems.add(unsuitable("HS-OPTION-002", attribute, value, e));
    }
  }

  private Problem unsuitable(
      String code, Attribute attribute, Value value, RuntimeException expected) {
    String shown = attribute.isSecret() ? "what is written" : "'" + value.shown() + "'";
    return Problem.error(code, "'" + value.key() + "' of " + extension + " cannot be " + shown)
        .at(value.origin().toString())
        .because(expected.getMessage());
  }

  private Problem unknown(Value value) {
    Problem problem =
        Problem.warning("HS-OPTION-001", extension + " has no option '" + value.key() + "'")
            .at(value.origin().toString());
    if (declaration.identifiers().isEmpty()) {
      return problem.because("what the extension declares cannot be read");
    }
    if (declaration.attributes().isEmpty()) {
      return problem.because(
          "it declares options for "
              + String.join(", ", declaration.identifiers())
              + ", and none under its own name");
    }
    String nearest = declaration.nearest(value.key());
    return problem.advising(
        nearest.isEmpty() ? "it has " + known() : "did you mean '" + nearest + "'?");
  }

  private String known() {
    return String.join(", ", declaration.attributes().stream().map(Attribute::key).toList());
  }
}
