package hotshoe.type;

import hotshoe.type.Values.Reading;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What an input is made of, if it is made of parts at all. */
final class Parts {

  private static final int UNKNOWN = -1;

  private Parts() {}

  /** The number of elements where it is known beforehand, else less than 0. */
  static int size(Object input) {
    if (input instanceof Collection<?> collection) {
      return collection.size();
    }
    return isArray(input) ? Array.getLength(input) : UNKNOWN;
  }

  /** The elements of what can be read as a list. */
  static Optional<Iterator<?>> elements(Object input, Reading reading) {
    if (input instanceof Iterable<?> iterable) {
      return Optional.of(iterable.iterator());
    }
    if (isArray(input)) {
      return Optional.of(new ArrayElements(input));
    }
    if (input instanceof CharSequence text && reading == Reading.LENIENT) {
      return Optional.of(
          json(text.toString(), '[') instanceof List<?> list
              ? list.iterator()
              : new Words(text.toString()));
    }
    return Optional.empty();
  }

  static boolean isArray(Object input) {
    return input.getClass().isArray() && !(input instanceof byte[]);
  }

  /** The entries of what can be read as a map. */
  static Optional<Map<?, ?>> entries(Object input, Reading reading) {
    if (input instanceof Map<?, ?> map) {
      return Optional.of(map);
    }
    if (input instanceof CharSequence text && reading == Reading.LENIENT) {
      return json(text.toString(), '{') instanceof Map<?, ?> map
          ? Optional.of(map)
          : assignments(text.toString());
    }
    return Optional.empty();
  }

  /** What is typed as JSON is read as JSON; anything else is for others to read. */
  private static Object json(String text, char first) {
    try {
      String trimmed = text.trim();
      return trimmed.isEmpty() || trimmed.charAt(0) != first ? text : JsonText.read(trimmed);
    } catch (Unfit otherwise) {
      return text;
    }
  }

  private static Optional<Map<?, ?>> assignments(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    Words words = new Words(text);
    while (words.hasNext() && entries.size() <= ValueCheck.MOST_NODES) {
      String word = words.next();
      int equals = word.indexOf('=');
      if (equals < 0
          || entries.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(entries);
  }

  /** The words between commas, one after the other, without blanks around them. */
  private static final class Words implements Iterator<String> {
    private final String text;
    private int start;

    Words(String text) {
      this.text = text;
      skip();
    }

    private void skip() {
      while (start < text.length() && (text.charAt(start) == ',' || text.charAt(start) <= ' ')) {
        start++;
      }
    }

    @Override
    public boolean hasNext() {
      return start < text.length();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String word = text.substring(start, end).trim();
      start = end;
      skip();
      return word;
    }
  }

  private static final class ArrayElements implements Iterator<Object> {
    private final Object array;
    private int next;

    ArrayElements(Object array) {
      this.array = array;
    }

    @Override
    public boolean hasNext() {
      return next < Array.getLength(array);
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return Array.get(array, next++);
    }
  }
}
