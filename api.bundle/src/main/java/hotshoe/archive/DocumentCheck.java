package hotshoe.archive;

import hotshoe.archive.Document.Entry;
import hotshoe.archive.Document.Mapping;
import hotshoe.archive.Document.Node;
import hotshoe.archive.Document.Scalar;
import hotshoe.archive.Document.Sequence;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.Field;
import hotshoe.type.Type;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a document against the type of a manifest: every fault is told, with its line and column,
 * in the order of the document. Keys that the type does not know are warnings, because home systems
 * ignore them too; they name the nearest known key.
 */
public final class DocumentCheck {

  private static final int MOST_WARNINGS = 100;

  private final Document document;
  private final Texts texts;
  private final List<Placed> found = new ArrayList<>();

  private DocumentCheck(Document document, Texts texts) {
    this.document = document;
    this.texts = texts;
  }

  /** What may stand where a text belongs. */
  public enum Texts {
    /** Everything on one line, which is the text then: {@code version: 4.20} is "4.20". */
    AS_WRITTEN,
    /** What YAML takes for a text: {@code 1.3.8} or {@code "1.0"}, not the number {@code 1.0}. */
    ONLY_TEXTS
  }

  /** How a check can end. */
  public sealed interface Outcome {}

  /**
   * The document fits.
   *
   * @param value in the canonical form of the type
   * @param warnings about keys that are not known
   */
  public record Fits(Map<String, Object> value, List<Problem> warnings) implements Outcome {
    public Fits {
      warnings = List.copyOf(warnings);
    }
  }

  /** The document does not fit, for these reasons; warnings are among them. */
  public record Faulty(List<Problem> problems) implements Outcome {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }

  private record Placed(Position position, Problem problem) {
    static final Comparator<Placed> ORDER =
        Comparator.comparingInt((Placed placed) -> placed.position().line())
            .thenComparingInt(placed -> placed.position().column());
  }

  /** Checks a document. Never throws for anything that a document holds. */
  public static Outcome check(Document document, Type.Record type, Texts texts) {
    return new DocumentCheck(document, texts).check(type);
  }

  /** A fault that only the dialect can see, told as the others are. */
  public static Problem fault(Document document, String path, String message) {
    return fault(document, new Fault(path, message)).problem();
  }

  @SuppressWarnings("unchecked") // the canonical form of a record
  private Outcome check(Type.Record type) {
    Checked checked = Values.check(type, input(type, document.root(), ""), strict(), "");
    if (checked instanceof Checked.Valid valid) {
      return new Fits((Map<String, Object>) valid.value(), sorted());
    }
    ((Checked.Invalid) checked).faults().forEach(fault -> found.add(fault(document, fault)));
    return new Faulty(sorted());
  }

  private static Values.Reading strict() {
    return Values.Reading.STRICT;
  }

  private List<Problem> sorted() {
    return found.stream().sorted(Placed.ORDER).map(Placed::problem).toList();
  }

  private static Placed fault(Document document, Fault fault) {
    Position position = document.position(fault.path());
    String subject = fault.path().isEmpty() ? "the manifest" : fault.path();
    return new Placed(
        position,
        Problem.error("HS-MANIFEST-014", subject + " " + fault.message())
            .at(position.in(document.origin()))
            .advising(advice(document, fault)));
  }

  /** Who wrote {@code version: 1.0} meant the text. */
  private static String advice(Document document, Fault fault) {
    return document
        .find(fault.path())
        .filter(node -> fault.message().equals("is not text"))
        .filter(Scalar.class::isInstance)
        .map(scalar -> "write it in quotes: \"" + ((Scalar) scalar).text() + "\"")
        .orElse("correct it and pack the archive again");
  }

  /** The plain form of a part, without what its type does not know. */
  private Object input(Type type, Node node, String path) {
    if (type instanceof Type.Optional optional) {
      return input(optional.of(), node, path);
    }
    if (node instanceof Scalar scalar) {
      return isText(type) && texts == Texts.AS_WRITTEN && !scalar.isNothing()
          ? scalar.text()
          : scalar.plain();
    }
    if (node instanceof Sequence sequence) {
      return type instanceof Type.ListOf list ? items(list, sequence, path) : node.plain();
    }
    Mapping mapping = (Mapping) node;
    if (type instanceof Type.Record record) {
      return fields(record, mapping, path);
    }
    return type instanceof Type.MapOf map ? entries(map, mapping, path) : node.plain();
  }

  private List<Object> items(Type.ListOf type, Sequence sequence, String path) {
    List<Object> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      items.add(input(type.element(), item, path + "[" + items.size() + "]"));
    }
    return items;
  }

  private Map<String, Object> entries(Type.MapOf type, Mapping mapping, String path) {
    Map<String, Object> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(key, input(type.value(), entry.value(), Fault.path(path, key))));
    return entries;
  }

  private Map<String, Object> fields(Type.Record type, Mapping mapping, String path) {
    Map<String, Object> fields = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                field(type, key)
                    .ifPresentOrElse(
                        field ->
                            fields.put(
                                key, input(field.type(), entry.value(), Fault.path(path, key))),
                        () -> unknown(type, mapping, Fault.path(path, key), key, entry)));
    return fields;
  }

  private static Optional<Field> field(Type.Record type, String key) {
    return type.fields().stream().filter(field -> field.name().equals(key)).findFirst();
  }

  private void unknown(Type.Record type, Mapping mapping, String path, String key, Entry entry) {
    if (found.size() >= MOST_WARNINGS) {
      return;
    }
    List<String> free =
        type.fields().stream()
            .map(Field::name)
            .filter(name -> !mapping.entries().containsKey(name))
            .toList();
    String near = Nearest.to(key, free);
    found.add(
        new Placed(
            entry.key(),
            Problem.warning("HS-MANIFEST-015", path + " is not known here and is ignored")
                .at(entry.key().in(document.origin()))
                .advising(near.isEmpty() ? "remove it" : "did you mean '" + near + "'?")));
  }

  private static boolean isText(Type type) {
    return type instanceof Type.Choice choice
        ? isText(choice.of())
        : type instanceof Type.Text
            || type instanceof Type.Secret
            || type instanceof Type.DateTime
            || type instanceof Type.Reference
            || type instanceof Type.Bytes;
  }
}
