package hotshoe.inventory.expression;

import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.value.PythonLiteral;
import hotshoe.inventory.value.Table;
import hotshoe.inventory.value.Unreadable;
import hotshoe.type.NothingValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One evaluation with the variables that hold for it. Values of variables may be templates
 * themselves; they are rendered when they are asked for.
 */
final class Session {

  private static final Pattern SINGLE =
      Pattern.compile("\\{\\{\\s*(\\w*)\\s*\\}\\}\\n?", Pattern.UNICODE_CHARACTER_CLASS);

  /** What becomes of the text that a template prints. */
  enum Form {
    /** It stays text, or becomes what it looks like, as is usual. */
    VALUE,
    /** It stays text. */
    TEXT
  }

  private final Templates templates;
  private final Map<Object, Object> variables;
  private final Budget budget = new Budget();
  private final Map<String, Object> rendered = new HashMap<>();
  private final Map<String, Boolean> kept = new IdentityHashMap<>();
  private boolean isUnsafe;

  Session(Templates templates, Map<Object, Object> variables) {
    this.templates = templates;
    this.variables = variables;
  }

  Budget budget() {
    return budget;
  }

  /** A text that stays text where it is all that a template prints. */
  String kept(String text) {
    String own = new StringBuilder(text).toString();
    kept.put(own, true);
    return own;
  }

  private boolean isKept(List<Object> printed) {
    return printed.size() == 1 && printed.get(0) instanceof String text && kept.containsKey(text);
  }

  /** Whether anything was used that must never be taken for a template. */
  boolean isUnsafe() {
    return isUnsafe;
  }

  /** What a name stands for that no template set. */
  Object variable(String name) {
    if (rendered.containsKey(name)) {
      return rendered.get(name);
    }
    if (!variables.containsKey(name)) {
      return Calls.FUNCTIONS.contains(name)
          ? new Method(NothingValue.NOTHING, name)
          : new Undefined("'" + name + "' is undefined");
    }
    Object value = resolved(name);
    rendered.put(name, value);
    return value;
  }

  private Object resolved(String name) {
    Object raw = variables.get(name);
    try {
      return isPlain(raw) ? raw : value(raw);
    } catch (Failure missing) {
      if (missing.kind() == Failure.Kind.UNDEFINED) {
        return new Undefined(missing.getMessage());
      }
      throw missing;
    }
  }

  /** Whether a value holds no template and nothing that must not be taken for one. */
  private boolean isPlain(Object value) {
    budget.step();
    if (value instanceof String text) {
      return !Templates.mayBeTemplate(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(this::isPlain);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(this::isPlain);
    }
    return !(value instanceof UnsafeText);
  }

  /** A value with every template in it rendered. */
  Object value(Object value) {
    if (value instanceof UnsafeText unsafe) {
      isUnsafe = true;
      return unsafe.text();
    }
    if (value instanceof String text) {
      return Templates.mayBeTemplate(text) ? rendered(text, Form.VALUE) : text;
    }
    if (value instanceof List<?> list) {
      budget.items(list.size());
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(value(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      budget.items(map.size());
      Table.Builder table = new Table.Builder();
      map.forEach((key, inner) -> table.put(key, value(inner), 0));
      return table.build();
    }
    return value;
  }

  /** What a template is with the variables put in. */
  Object rendered(String template, Form form) {
    if (form == Form.VALUE) {
      Matcher single = SINGLE.matcher(template);
      Object raw = single.matches() ? variables.get(single.group(1)) : null;
      if (raw == NothingValue.NOTHING || (raw != null && Kinds.isNumber(raw))) {
        return raw;
      }
    }
    budget.enter();
    List<Object> printed = new ArrayList<>();
    templates.parsed(template).run(new Scope(this), printed);
    budget.leave();
    Object value = joined(printed, form);
    return value instanceof String text ? withNewlines(template, text) : value;
  }

  /** What a print statement prints: nothing for none, a list for what can only be gone through. */
  Object finished(Object value) {
    mustBeDefined(value, 0);
    boolean isEmpty = value == NothingValue.NOTHING && !templates.isNative();
    return isEmpty ? "" : Filters.unrolled(value);
  }

  private void mustBeDefined(Object value, int depth) {
    budget.step();
    if (depth > 400) {
      throw Failure.tooMuch("a value is nested deeper than 400 levels");
    }
    if (value instanceof Undefined missing && !missing.isEmpty()) {
      throw missing.failure();
    }
    if (value instanceof List<?> list) {
      list.forEach(item -> mustBeDefined(item, depth + 1));
    } else if (value instanceof Tuple tuple) {
      tuple.items().forEach(item -> mustBeDefined(item, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> mustBeDefined(item, depth + 1));
    }
  }

  private Object joined(List<Object> printed, Form form) {
    if (isKept(printed)) {
      return printed.get(0);
    }
    if (templates.isNative()) {
      return nativeValue(printed);
    }
    String text = text(printed);
    boolean isLike =
        text.startsWith("{") || text.startsWith("[") || text.equals("True") || text.equals("False");
    if (form == Form.TEXT || !isLike) {
      return text;
    }
    budget.items(text.length() / 8);
    try {
      return PythonLiteral.ofTemplate(text);
    } catch (Unreadable unhashable) {
      throw Failure.wrong(unhashable.getMessage());
    }
  }

  private String text(List<Object> printed) {
    StringBuilder text = new StringBuilder();
    for (Object each : printed) {
      String more = Letters.of(budget, each);
      budget.letters(more.length());
      text.append(more);
    }
    return text.toString();
  }

  private Object nativeValue(List<Object> printed) {
    if (printed.isEmpty()) {
      return NothingValue.NOTHING;
    }
    Object only = printed.get(0);
    if (printed.size() == 1 && !(only instanceof String)) {
      return plain(only);
    }
    String text = text(printed);
    boolean isIndented = text.startsWith(" ") || text.startsWith("\t");
    try {
      Object value = isIndented ? text : PythonLiteral.of(text);
      boolean isQuoted = value instanceof String && value != (Object) text;
      return isQuoted ? text.charAt(0) + (String) value + text.charAt(0) : value;
    } catch (Unreadable unhashable) {
      throw Failure.wrong(unhashable.getMessage());
    }
  }

  /** A value as inventories have them: no tuples. */
  private Object plain(Object value) {
    budget.step();
    if (value instanceof Method) {
      throw Failure.notAvailable("a function as a value");
    }
    if (value instanceof Tuple tuple) {
      return tuple.items().stream().map(this::plain).toList();
    }
    if (value instanceof View view) {
      return view.items().stream().map(this::plain).toList();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Table.Builder table = new Table.Builder();
      map.forEach(
          (key, inner) -> table.put(key instanceof Tuple ? key.toString() : key, plain(inner), 0));
      return table.build();
    }
    return value;
  }

  /** The newlines at the end of a template stay. */
  private static String withNewlines(String template, String text) {
    int missing = newlines(template) - newlines(text);
    return missing > 0 ? text + "\n".repeat(missing) : text;
  }

  private static int newlines(String text) {
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) == '\n') {
      at--;
    }
    return text.length() - at;
  }
}
