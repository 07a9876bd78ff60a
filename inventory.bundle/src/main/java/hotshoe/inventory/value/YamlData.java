package hotshoe.inventory.value;

import hotshoe.inventory.ForeignValue;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
 * YAML as inventories have it: one document of YAML 1.1 with anchors, merge keys, {@code !unsafe}
 * and {@code !vault} (rows AN-29 to AN-31). The parser's events become values at once. What an
 * alias stands for is shared, but counted as often as it is used.
 */
final class YamlData {

  private static final int DEEPEST = 400;
  private static final long MOST_VALUES = 200_000_000;
  private static final int LONGEST_LINE = 1_000_000;
  private static final int MOST_TABS = 100;
  private static final long MOST_SHARED = 5_000_000;
  private static final String STANDARD = "tag:yaml.org,2002:";

  /** What an anchor names, and how much it is; nothing yet while it is read. */
  private record Anchored(Optional<Object> value, long size) {}

  private final ParserImpl events;
  private final BiConsumer<Object, Integer> duplicates;
  private final Words words = new Words();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private long size;
  private long shared;
  private int depth;
  private int line;

  private YamlData(String text, BiConsumer<Object, Integer> duplicates) {
    this.events = new ParserImpl(new StreamReader(text), options());
    this.duplicates = duplicates;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  /**
   * The value that a text is; nothing for an empty one.
   *
   * @param duplicates gets every key that stands twice in a map, with its line
   */
  static Object read(String text, BiConsumer<Object, Integer> duplicates) throws Unreadable {
    refuseLongLines(text);
    String tried = text;
    for (int i = 0; i < MOST_TABS; i++) {
      try {
        return new YamlData(tried, duplicates).document();
      } catch (MarkedYAMLException malformed) {
        String other = withoutTab(tried, malformed);
        if (other.equals(tried)) {
          throw unreadable(malformed);
        }
        tried = other;
      } catch (StackOverflowError tooDeep) {
        throw new Unreadable("it is nested too deep", 0);
      } catch (RuntimeException broken) {
        // the parser lets more than its own exceptions through
        throw new Unreadable(String.valueOf(broken.getMessage()), 0);
      }
    }
    throw new Unreadable("tabs stand in more than " + MOST_TABS + " places", 0);
  }

  /** The parser takes time with the square of a word's length. */
  private static void refuseLongLines(String text) throws Unreadable {
    int start = 0;
    int line = 1;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (end - start > LONGEST_LINE) {
        throw new Unreadable("a line has more than " + LONGEST_LINE + " characters", line);
      }
      start = end + 1;
      line++;
    }
  }

  private static Unreadable unreadable(MarkedYAMLException malformed) {
    Optional<Mark> mark = Optional.ofNullable(malformed.getProblemMark());
    String context = Optional.ofNullable(malformed.getContext()).map(c -> c + ": ").orElse("");
    return new Unreadable(
        context + malformed.getProblem(), mark.map(m -> m.getLine() + 1).orElse(0));
  }

  /**
   * Tabs behind a value are blanks to PyYAML, but not to this parser: then the text with blanks
   * there; else the same text.
   */
  private static String withoutTab(String text, MarkedYAMLException malformed) {
    boolean isAboutTabs =
        malformed.getProblemMark() != null
            && String.valueOf(malformed.getProblem()).contains("TAB");
    int at = isAboutTabs ? offset(text, malformed.getProblemMark()) : text.length();
    int end = at;
    while (end < text.length() && (text.charAt(end) == '\t' || text.charAt(end) == ' ')) {
      end++;
    }
    boolean isLast = end == text.length() || "\r\n#".indexOf(text.charAt(end)) >= 0;
    return isLast && end > at
        ? text.substring(0, at) + " ".repeat(end - at) + text.substring(end)
        : text;
  }

  private static int offset(String text, Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private Object document() throws Unreadable {
    next();
    if (next().getEventId() == Event.ID.StreamEnd) {
      return NothingValue.NOTHING;
    }
    Object root = value(next());
    next();
    if (next().getEventId() != Event.ID.StreamEnd) {
      throw unlike("expected a single document in the stream, but found another document");
    }
    return root;
  }

  private Event next() {
    Event event = events.getEvent();
    Mark mark = event.getStartMark();
    line = mark == null ? line : mark.getLine() + 1;
    return event;
  }

  private Object value(Event event) throws Unreadable {
    if (event instanceof AliasEvent alias) {
      return aliased(alias.getAnchor());
    }
    NodeEvent begin = (NodeEvent) event;
    if (begin.getAnchor() == null) {
      return content(begin);
    }
    long before = size;
    anchors.put(begin.getAnchor(), new Anchored(Optional.empty(), 0));
    Object value = content(begin);
    anchors.put(begin.getAnchor(), new Anchored(Optional.of(value), size - before));
    return value;
  }

  private Object aliased(String name) throws Unreadable {
    Anchored known = anchors.get(name);
    if (known == null) {
      throw unlike("found undefined alias '" + name + "'");
    }
    shared += known.size();
    count(known.size());
    if (shared > MOST_SHARED) {
      throw unlike("aliases stand for more than " + MOST_SHARED + " values");
    }
    if (known.value().isEmpty()) {
      throw unlike("found unconstructable recursive node '" + name + "'");
    }
    return known.value().get();
  }

  private void count(long more) throws Unreadable {
    size += more;
    if (size > MOST_VALUES) {
      throw unlike("it has more than " + MOST_VALUES + " values");
    }
  }

  private Object content(NodeEvent begin) throws Unreadable {
    count(1);
    if (begin instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    depth++;
    if (depth > DEEPEST) {
      throw unlike("it is nested deeper than " + DEEPEST + " levels");
    }
    CollectionStartEvent start = (CollectionStartEvent) begin;
    boolean isMap = start instanceof MappingStartEvent;
    Object value = tagged(start.getTag(), isMap ? mapping() : sequence(), isMap);
    depth--;
    return value;
  }

  private Object tagged(String tag, Object value, boolean isMap) throws Unreadable {
    if (tag == null || tag.equals("!")) {
      return value;
    }
    if (tag.equals("!unsafe")) {
      return Marked.unsafe(value);
    }
    String name = tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : tag;
    return switch (name) {
      case "map", "python/dict" -> mustBe(isMap, value, tag);
      case "seq" -> mustBe(!isMap, value, tag);
      case "set" -> new ForeignValue("set", String.valueOf(value));
      case "omap", "pairs" -> pairs(mustBe(!isMap, value, tag), tag);
      default -> throw undetermined(tag);
    };
  }

  private Object mustBe(boolean isRight, Object value, String tag) throws Unreadable {
    if (!isRight) {
      throw unlike("what is tagged " + tag + " is of another kind");
    }
    return value;
  }

  private Object pairs(Object items, String tag) throws Unreadable {
    List<Object> pairs = new ArrayList<>();
    for (Object item : (List<?>) items) {
      if (!(item instanceof Table table) || table.size() != 1) {
        throw unlike("what is tagged " + tag + " is of another kind");
      }
      pairs.add(List.of(table.key(0), table.value(0)));
    }
    return pairs;
  }

  private Unreadable undetermined(String tag) {
    return unlike("could not determine a constructor for the tag '" + tag + "'");
  }

  private Object scalar(ScalarEvent event) throws Unreadable {
    String text = event.getValue();
    String tag = event.getTag();
    try {
      if (tag == null || tag.equals("!")) {
        boolean isPlain = event.getImplicit().canOmitTagInPlainScalar();
        return isPlain ? plain(text) : words.one(text);
      }
      return tagged(tag, text);
    } catch (Unreadable unlike) {
      throw new Unreadable(unlike.getMessage(), line);
    }
  }

  private Object plain(String text) throws Unreadable {
    YamlScalar.Kind kind = YamlScalar.kind(text);
    return kind == YamlScalar.Kind.TEXT ? words.one(text) : YamlScalar.value(kind, text);
  }

  private Object tagged(String tag, String text) throws Unreadable {
    String name = tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : tag;
    return switch (name) {
      case "!unsafe" -> new UnsafeText(text);
      case "!vault", "!vault-encrypted" -> new VaultText(text);
      case "str", "python/unicode" -> text;
      case "int" -> YamlScalar.value(YamlScalar.Kind.INT, text);
      case "float" -> YamlScalar.value(YamlScalar.Kind.FLOAT, text);
      case "bool" -> YamlScalar.value(YamlScalar.Kind.BOOL, text);
      case "null" -> NothingValue.NOTHING;
      case "timestamp" -> YamlScalar.value(YamlScalar.Kind.TIMESTAMP, text);
      case "binary" -> bytes(text);
      default -> throw undetermined(tag);
    };
  }

  /** Bytes are kept as they are written; what is no Base64 fails. */
  private ForeignValue bytes(String text) throws Unreadable {
    long digits =
        text.chars().filter(c -> Character.isLetterOrDigit(c) || c == '+' || c == '/').count();
    long padding = text.chars().filter(c -> c == '=').count();
    boolean isAscii = text.chars().allMatch(c -> c < 128);
    if (!isAscii || digits % 4 == 1 || (digits % 4 != 0 && digits % 4 + padding < 4)) {
      throw unlike("failed to decode base64 data");
    }
    return new ForeignValue("bytes", text);
  }

  private List<Object> sequence() throws Unreadable {
    List<Object> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(value(event));
    }
    return Collections.unmodifiableList(items);
  }

  private Object mapping() throws Unreadable {
    YamlMapping mapping = new YamlMapping(duplicates);
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      int keyLine = line;
      if (isMerge(event)) {
        count(1);
        mapping.merge(value(next()), keyLine);
      } else {
        Object key = key(event);
        mapping.put(key, value(next()), keyLine);
      }
    }
    return mapping.build();
  }

  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getTag() == null
        && scalar.getImplicit().canOmitTagInPlainScalar()
        && scalar.getValue().equals("<<");
  }

  private Object key(Event event) throws Unreadable {
    boolean isEquals =
        event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().equals("=");
    if (isEquals) {
      return "=";
    }
    Object key = value(event);
    if (key instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    if (key instanceof List || key instanceof Map) {
      throw unlike("found unacceptable key (it is no single value)");
    }
    return key;
  }

  private Unreadable unlike(String why) {
    return new Unreadable(why, line);
  }
}
