package hotshoe.archive;

import hotshoe.type.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A manifest that was read: a tree in which everything knows its place. Immutable.
 *
 * @param origin what people call the file, such as {@code hello.zip!/manifest.yaml}
 * @param root the whole of it
 */
public record Document(String origin, Node root) {

  public Document {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(root, "root");
  }

  /** A part of a document. */
  public sealed interface Node {

    /** Where it begins. */
    Position position();

    /** Text, Long, Double, Boolean, lists and maps of these, or null. */
    Object plain();
  }

  /**
   * A single value.
   *
   * @param position where it begins
   * @param text as it is written, without quotes: {@code 4.20} stays that
   * @param value what it means: text, Long, Double or Boolean; {@link
   *     hotshoe.type.NothingValue#NOTHING} where nothing stands
   */
  public record Scalar(Position position, String text, Object value) implements Node {
    public Scalar {
      Objects.requireNonNull(position, "position");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(value, "value");
    }

    /** Whether nothing stands there. */
    public boolean isNothing() {
      return value == hotshoe.type.NothingValue.NOTHING;
    }

    @Override
    public Object plain() {
      return isNothing() ? null : value; // null: why: the plain form of nothing
    }
  }

  /**
   * Several values in a row.
   *
   * @param position where they begin
   * @param items the values
   */
  public record Sequence(Position position, List<Node> items) implements Node {
    public Sequence {
      Objects.requireNonNull(position, "position");
      items = List.copyOf(items);
    }

    @Override
    public Object plain() {
      List<Object> plain = new ArrayList<>(items.size());
      items.forEach(item -> plain.add(item.plain()));
      return plain;
    }
  }

  /**
   * Values with names.
   *
   * @param position where they begin
   * @param entries in the order of the document
   */
  public record Mapping(Position position, Map<String, Entry> entries) implements Node {
    public Mapping {
      Objects.requireNonNull(position, "position");
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Object plain() {
      Map<String, Object> plain = new LinkedHashMap<>();
      entries.forEach((key, entry) -> plain.put(key, entry.value().plain()));
      return plain;
    }
  }

  /**
   * A value with the place of its name.
   *
   * @param key where its name begins
   * @param value the value
   */
  public record Entry(Position key, Node value) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Where the part of this path begins, such as {@code spec.parameters[2].name}, with its name if
   * it has one; for a part that is not there, the nearest one around it.
   */
  public Position position(String path) {
    return nearest(path).position();
  }

  /** The part of this path, if it is there. */
  public Optional<Node> find(String path) {
    return Optional.of(nearest(path)).filter(step -> step.path().equals(path)).map(Step::node);
  }

  private Step nearest(String path) {
    Step reached = new Step(root.position(), root, "");
    Optional<Step> next = Optional.of(reached);
    while (next.isPresent()) {
      reached = next.get();
      next = reached.path().equals(path) ? Optional.empty() : step(reached, path);
    }
    return reached;
  }

  /** One step down a path. */
  private record Step(Position position, Node node, String path) {}

  private static Optional<Step> step(Step from, String path) {
    if (from.node() instanceof Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> step(from, entry.getKey(), entry.getValue()))
          .filter(step -> leads(step.path(), path))
          .max(Comparator.comparingInt(step -> step.path().length()));
    }
    return from.node() instanceof Sequence sequence ? step(from, sequence, path) : Optional.empty();
  }

  private static Step step(Step from, String key, Entry entry) {
    return new Step(entry.key(), entry.value(), Fault.path(from.path(), key));
  }

  private static Optional<Step> step(Step from, Sequence sequence, String path) {
    int start = from.path().length();
    int end = path.indexOf(']', start);
    if (end < 0 || path.charAt(start) != '[') {
      return Optional.empty();
    }
    int index = number(path.substring(start + 1, end));
    if (index < 0 || index >= sequence.items().size()) {
      return Optional.empty();
    }
    Node item = sequence.items().get(index);
    return Optional.of(new Step(item.position(), item, path.substring(0, end + 1)));
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private static boolean leads(String next, String path) {
    return !next.isEmpty()
        && path.startsWith(next)
        && (path.length() == next.length() || ".[".indexOf(path.charAt(next.length())) >= 0);
  }
}
