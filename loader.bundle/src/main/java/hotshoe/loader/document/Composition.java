package hotshoe.loader.document;

import hotshoe.archive.Document;
import hotshoe.archive.Document.Entry;
import hotshoe.archive.Document.Mapping;
import hotshoe.archive.Document.Node;
import hotshoe.archive.Document.Scalar;
import hotshoe.archive.Document.Sequence;
import hotshoe.archive.DocumentReader.NotRead;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.archive.DocumentReader.Reading;
import hotshoe.archive.Position;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One document on its way from text to tree. It is read as events, so that nothing is built before
 * its size is known, and no object is ever made of it. What an alias stands for is counted as often
 * as it is used.
 */
final class Composition {

  static final int DEEPEST = 64;
  static final int MOST_VALUES = 100_000;
  private static final int MOST_PROBLEMS = 100;
  private static final Set<String> HARMLESS_TAGS =
      Set.of("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");

  /** What an anchor names, with how much and how deep it is. */
  private record Anchored(Node node, int values, int height) {}

  private final String origin;
  private final ParserImpl events;
  private final ScalarMeaning meaning = new ScalarMeaning();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;
  private int deepest;

  Composition(String origin, String text) {
    this.origin = origin;
    this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
  }

  /** Reads it, once. */
  Reading read() throws NotYaml {
    Node root = document();
    return problems.isEmpty() ? new Read(new Document(origin, root)) : new NotRead(problems);
  }

  private Node document() throws NotYaml {
    next();
    Event begin = next();
    if (begin.getEventId() == Event.ID.StreamEnd) {
      throw new NotYaml(ManifestProblems.empty(place(begin)));
    }
    Node root = node(next(), 1);
    next();
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw new NotYaml(ManifestProblems.several(place(end)));
    }
    return root;
  }

  private Event next() throws NotYaml {
    try {
      return events.getEvent();
    } catch (MarkedYAMLException malformed) {
      String context = Optional.ofNullable(malformed.getContext()).map(c -> c + ": ").orElse("");
      String where =
          Optional.ofNullable(malformed.getProblemMark()).map(this::place).orElse(origin);
      throw new NotYaml(ManifestProblems.malformed(where, context + malformed.getProblem()));
    } catch (RuntimeException broken) {
      // the parser lets more than its own exceptions through
      throw new NotYaml(ManifestProblems.malformed(origin, String.valueOf(broken.getMessage())));
    }
  }

  private Node node(Event event, int depth) throws NotYaml {
    count(1, depth, event);
    if (event instanceof AliasEvent alias) {
      return aliased(alias, depth);
    }
    NodeEvent begin = (NodeEvent) event;
    int before = values;
    int deepestBefore = deepest;
    deepest = depth;
    Optional<String> anchor = Optional.ofNullable(begin.getAnchor());
    anchor.ifPresent(anchors::remove);
    Node node = content(begin, depth);
    int height = deepest - depth;
    int size = values - before + 1;
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, size, height)));
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private Node content(NodeEvent begin, int depth) throws NotYaml {
    if (begin instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) begin;
    refuseTag(start.getTag(), start);
    return start instanceof MappingStartEvent ? mapping(start, depth) : sequence(start, depth);
  }

  private void count(int more, int depth, Event event) throws NotYaml {
    deepest = Math.max(deepest, depth);
    values += more;
    if (values > MOST_VALUES) {
      throw new NotYaml(
          ManifestProblems.tooMuch(place(event), "it has more than " + MOST_VALUES + " values"));
    }
    if (depth > DEEPEST) {
      throw new NotYaml(
          ManifestProblems.tooMuch(
              place(event), "it is nested deeper than " + DEEPEST + " levels"));
    }
  }

  private Node aliased(AliasEvent alias, int depth) throws NotYaml {
    Anchored known = anchors.get(alias.getAnchor());
    if (known == null) {
      throw new NotYaml(ManifestProblems.alias(place(alias), alias.getAnchor()));
    }
    count(known.values(), depth + known.height(), alias);
    return known.node();
  }

  private Scalar scalar(ScalarEvent event) {
    String text = event.getValue();
    boolean isTagged = event.getTag() != null;
    refuseTag(event.getTag(), event);
    return new Scalar(
        position(event), text, event.isPlain() && !isTagged ? meaning.of(text) : text);
  }

  private Sequence sequence(Event start, int depth) throws NotYaml {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Sequence(position(start), items);
  }

  private Mapping mapping(Event start, int depth) throws NotYaml {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      entry(event, depth + 1, entries);
    }
    return new Mapping(position(start), entries);
  }

  private void entry(Event event, int depth, Map<String, Entry> entries) throws NotYaml {
    Optional<String> key = key(event, node(event, depth));
    Node value = node(next(), depth);
    key.ifPresent(name -> put(name, new Entry(position(event), value), event, entries));
  }

  private Optional<String> key(Event event, Node key) {
    if (!(key instanceof Scalar scalar) || scalar.text().lines().count() != 1) {
      complain(ManifestProblems.key(place(event)));
      return Optional.empty();
    }
    if (event instanceof ScalarEvent written && written.isPlain() && scalar.text().equals("<<")) {
      complain(ManifestProblems.merge(place(event)));
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  private void put(String key, Entry entry, Event event, Map<String, Entry> entries) {
    Entry before = entries.putIfAbsent(key, entry);
    if (before != null) {
      complain(ManifestProblems.twice(place(event), key, before.key().line()));
    }
  }

  private void refuseTag(String tag, Event event) {
    if (tag != null && !HARMLESS_TAGS.contains(tag)) {
      complain(ManifestProblems.tag(place(event), tag));
    }
  }

  private void complain(Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  private String place(Event event) {
    return position(event).in(origin);
  }

  private String place(Mark mark) {
    return position(mark).in(origin);
  }

  private static Position position(Event event) {
    return position(event.getStartMark());
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
